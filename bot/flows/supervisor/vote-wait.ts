import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';

type Answers = { tap: string };

/**
 * Stands open under candidates and under a choice, and knows neither: whatever is typed there is no vote, for only the
 * button carries one.
 */
export const voteWait = form<Answers>({
  id: 'vote-wait',
  secret: true,
  questions: () => ({
    tap: {
      ask: { text: say('vote.wait') },
      hear: { text: () => ({ again: say('vote.tap') }) },
      valid: () => false,
    },
  }),
  finish: () => ({ say: [] }),
  draft: () => undefined,
});
