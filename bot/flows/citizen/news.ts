import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { AnswerShape } from '../../domain/answer-shape.ts';
import type { ArchiveReason } from '../../domain/archive-reason.ts';
import type { RelayRisk } from '../../domain/relay-warning.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import type { Reader } from '../../news.ts';
import type { City } from '../../ports.ts';

/** What happened to a report, as those who wait for it are to hear of it. */
export type News = {
  ticket: string;
  /** The name of the office it lies with now. */
  unit: string;
  action: ReportAction;
  words: string;
  shape?: AnswerShape['shape'];
  /** The day the news names: a new date, the next promise, the next word from us. */
  date?: string;
  archived?: ArchiveReason;
  main?: string;
  risks?: readonly RelayRisk[];
  media?: Reply['media'];
};

/** A sensitive thread on a lock screen: that there is something, and nothing else. */
export const neutralNews = (door: string): Reply => ({
  text: say('news.neutral'),
  choices: [{ id: door, label: say('button.open') }],
});

/**
 * News of a report in the reader's words; `undefined` for what a citizen is not told of. An officer's words that touch
 * money, an account or a code bring a warning with them.
 */
export const newsReply = (news: News, reader: Reader, city: City): Reply | undefined => {
  const text = textOf(news, city);
  if (!text || (news.action === 'ask_citizen' && reader === 'follower')) return undefined;
  const warned: Text =
    (news.risks?.length ?? 0) > 0 ? { join: [text, say('warning.money')], by: '\n\n' } : text;
  const choices = choicesOf(news, reader);
  return {
    text: warned,
    about: `report:${news.ticket}`,
    ...(choices.length > 0 && { choices }),
    ...(news.media && news.media.length > 0 && { media: news.media }),
  };
};

const textOf = (news: News, city: City): Text | undefined => {
  const { ticket, action } = news;
  const unit = literal(news.unit);
  const words = literal(news.words);
  const date: Text = news.date ? { date: news.date } : literal('');
  const { name, phone } = city.agency.settings.ombudsman;
  const ombudsman = literal(`${name} ${phone}`);
  switch (action) {
    case 'verify':
      return say('news.verify', { ticket });
    case 'forward':
      return say('news.forward', { ticket, unit, date });
    case 'accept':
      return say('news.accept', { ticket, unit });
    case 'return':
      return say('news.return', { ticket });
    case 'ask_citizen':
      return say('news.ask', { ticket, unit, words });
    case 'answer':
      return say(`news.answer.${news.shape ?? 'plain'}`, { ticket, unit, words, date, ombudsman });
    case 'not_yet':
      return say('news.not_yet', { ticket, unit, words });
    case 'extend':
      return say('news.extend', { ticket, unit, words, date });
    case 'own_up':
      return say('news.own_up', { ticket, unit, date });
    case 'finish':
      return say('news.finish', { ticket, unit, words });
    case 'confirm':
      return say('news.confirm', { ticket });
    case 'auto_close':
      return say('news.auto_close', { ticket, date });
    case 'citizen_silent':
      return say('news.citizen_silent', { ticket });
    case 'reopen':
      return say('news.reopen', { ticket, date });
    case 'merge':
      return say('news.merge', { ticket, main: news.main ?? '' });
    case 'not_ours':
      return say('news.not_ours', { ticket, words, ombudsman });
    case 'archive':
      return say('news.archive', {
        ticket,
        reason: say(`archive.${news.archived ?? 'tidak_jelas'}`),
        ombudsman,
      });
    case 'add':
    case 'citizen_answers':
    case 'citizen_replies':
    case 'resume':
      return undefined;
    default:
      return action satisfies never;
  }
};

/** What can be done about the news with one tap. */
const choicesOf = ({ ticket, action, shape }: News, reader: Reader): Choice[] => {
  switch (action) {
    case 'ask_citizen':
      return reader === 'reporter'
        ? [
            { id: `go:add:${ticket}`, label: say('button.reply') },
            { id: `go:dont-know:${ticket}`, label: say('button.dont-know') },
          ]
        : [];
    case 'answer':
      return shape === 'cannot' ? [{ id: `go:add:${ticket}`, label: say('button.object') }] : [];
    case 'finish':
      return [
        { id: `go:solved:${ticket}`, label: say('button.solved') },
        { id: `go:unsolved:${ticket}`, label: say('button.not-solved') },
      ];
    case 'auto_close':
      return reader === 'reporter' ? [{ id: `go:unsolved:${ticket}`, label: say('button.not-solved') }] : [];
    default:
      return [];
  }
};
