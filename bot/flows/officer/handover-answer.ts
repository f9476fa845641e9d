import { fact, form } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { isHandOverNumber } from '../../domain/hand-over.ts';
import { relayWarning } from '../../domain/relay-warning.ts';
import type { HandOverView } from '../../reads.ts';
import { short } from '../citizen/report/summary.ts';
import { aliasText } from './case-card.ts';

type Answers = { number: string; words: string };
type Facts = { view: HandOverView | null };

/** Why it cannot be answered from here, or any more. */
const closed = (view: HandOverView | null | undefined): Reply | undefined => {
  if (view === undefined) return undefined;
  if (view === null) return { text: say('handover.unknown') };
  if (!view.answered) return undefined;
  return {
    text: say('handover.taken', {
      number: view.number,
      name: view.taker ? literal(view.taker) : say('button.person'),
    }),
  };
};

/** What the person who asked will read; money, an account or a code brings a warning along. */
const message = (number: string, said: string): Text => {
  const answer = say('handover.answered', { number, words: literal(said) });
  return relayWarning(said).length > 0 ? { join: [answer, say('warning.money')], by: '\n\n' } : answer;
};

/** *Balas* to somebody who asked for an officer: the first answer counts, and goes out after a look at it. */
export const handoverAnswer = form<Answers, Facts>({
  id: 'handover-answer',
  starts: (argument) => (isHandOverNumber(argument) ? { number: argument } : {}),
  facts: {
    view: fact<Answers, HandOverView | null, string>({
      of: ({ number }) => number,
      read: (reads, number) => reads.handOver(number),
    }),
  },
  sends: say('button.send-citizen'),
  questions: ({ facts: { view } }) => ({
    words: words(
      {
        text: say('handover.words', {
          alias: view ? aliasText(view) : '',
          words: literal(short(view?.words ?? '')),
        }),
        choices: [{ id: 'cancel', label: say('button.cancel') }],
      },
      { min: 5, max: 1000, title: say('report.title.detail') },
    ),
  }),
  ends: ({ answers: { number }, facts: { view } }) => {
    const no = closed(number === undefined ? null : view);
    return no && { say: [no] };
  },
  review: ({ answers: { words: said = '' }, facts: { view } }) => ({
    text: say('answer.preview', { message: message(view?.number ?? '', said) }),
    ...(relayWarning(said).length > 0 && { note: say('answer.risky') }),
  }),
  finish: ({ answers: { words: said = '' }, facts: { view } }) =>
    view
      ? {
          say: [{ text: say('handover.sent', { number: view.number }) }],
          effects: [{ do: 'handover.answer', number: view.number, words: said, risks: relayWarning(said) }],
        }
      : { say: [] },
});
