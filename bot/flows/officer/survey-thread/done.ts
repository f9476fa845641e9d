import { form } from '../../../conversation/form.ts';
import { say } from '../../../conversation/reply.ts';
import { startsWithThread } from '../../citizen/survey-thread/own-thread.ts';
import { ended, type Facts, taken, threadFact } from './rater-thread.ts';

type Answers = { number: string };

/** *Selesai*: whoever asked has heard enough; the citizen is thanked. */
export const closeThread = form<Answers, Facts>({
  id: 'skm-done',
  work: true,
  starts: startsWithThread,
  facts: { thread: threadFact<Answers>() },
  questions: () => ({}),
  finish: ({ facts: { thread } }) => {
    const no = ended(thread);
    if (no || !thread) return { say: no ? [no] : [] };
    if (thread.may === 'leave') return { say: [taken(thread)] };
    if (!thread.mine) return { say: [{ text: say('rater.unknown') }] };
    return {
      say: [{ text: say('rater.closed', { number: thread.number }) }],
      effects: [{ do: 'survey-thread.close', number: thread.number, by: 'officer' }],
    };
  },
});
