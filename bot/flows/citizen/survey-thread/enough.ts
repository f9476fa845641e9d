import { form } from '../../../conversation/form.ts';
import { literal, say } from '../../../conversation/reply.ts';
import { ended, type Facts, startsWithThread, threadFact } from './own-thread.ts';

type Answers = { number: string };

/** *Cukup*: whoever was asked need not say why, and is asked no more. */
export const endThread = form<Answers, Facts>({
  id: 'skm-enough',
  starts: startsWithThread,
  facts: { thread: threadFact<Answers>() },
  questions: () => ({}),
  finish: ({ facts: { thread } }) => {
    const no = ended(thread);
    if (no || !thread) return { say: no ? [no] : [] };
    return {
      say: [{ text: say('rater.enough', { label: literal(thread.service) }) }],
      effects: [{ do: 'survey-thread.close', number: thread.number, by: 'citizen' }],
    };
  },
});
