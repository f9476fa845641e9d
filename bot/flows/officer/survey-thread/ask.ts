import { form } from '../../../conversation/form.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { relayWarning } from '../../../domain/relay-warning.ts';
import type { RaterThread } from '../../../domain/survey-thread.ts';
import { short } from '../../citizen/report/summary.ts';
import { startsWithThread } from '../../citizen/survey-thread/own-thread.ts';
import { aliasText } from '../case-card.ts';
import { ended, type Facts, taken, threadFact } from './rater-thread.ts';

type Answers = { number: string; words: string };

/** Why nothing can be asked here or now. */
const instead = (thread: RaterThread | null | undefined): Reply | undefined => {
  const over = ended(thread);
  if (over || !thread) return over;
  switch (thread.may) {
    case 'leave':
      return taken(thread);
    case 'wait':
      return { text: say('rater.wait', { number: thread.number }) };
    case 'ask':
    case 'nothing':
      return undefined;
    default:
      return thread.may satisfies never;
  }
};

const asking = (thread: RaterThread | null | undefined): Text => {
  if (!thread) return literal('');
  const alias = aliasText(thread);
  return thread.words === null
    ? say('rater.first', { alias, label: literal(thread.service) })
    : say('rater.again', { alias, words: literal(short(thread.words)) });
};

/** What the citizen will read; money, an account or a code brings a warning along. */
const message = ({ office, service }: RaterThread, said: string): Text => {
  const asked = say('rater.asked', {
    unit: literal(office),
    label: literal(service),
    words: literal(said),
  });
  return relayWarning(said).length > 0 ? { join: [asked, say('warning.money')], by: '\n\n' } : asked;
};

/** *Tanya* to somebody who rated a service low: the first who asks takes it, and the question goes out after a look at it. */
export const askRater = form<Answers, Facts>({
  id: 'skm-ask',
  work: true,
  starts: startsWithThread,
  facts: { thread: threadFact<Answers>() },
  sends: say('button.send-citizen'),
  questions: ({ facts: { thread } }) => ({
    words: words(
      { text: asking(thread), choices: [{ id: 'cancel', label: say('button.cancel') }] },
      { min: 5, max: 1000, title: say('report.title.detail') },
    ),
  }),
  ends: ({ facts: { thread } }) => {
    const no = instead(thread);
    return no && { say: [no] };
  },
  review: ({ answers: { words: said = '' }, facts: { thread } }) =>
    thread
      ? {
          text: say('answer.preview', { message: message(thread, said) }),
          ...(relayWarning(said).length > 0 && { note: say('answer.risky') }),
        }
      : undefined,
  finish: ({ answers: { words: said = '' }, facts: { thread } }) =>
    thread
      ? {
          say: [{ text: say('rater.sent', { number: thread.number }) }],
          effects: [
            { do: 'survey-thread.ask', number: thread.number, words: said, risks: relayWarning(said) },
          ],
        }
      : { say: [] },
});
