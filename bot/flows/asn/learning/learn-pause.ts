import { form } from '../../../conversation/form.ts';
import { say } from '../../../conversation/reply.ts';

type Answers = { module: string };

/** *Berhenti dulu*: nothing has to be kept, as every step was when it was done. */
export const learnPause = form<Answers>({
  id: 'learn-pause',
  work: true,
  starts: (argument) => ({ module: argument.trim() }),
  questions: () => ({}),
  finish: ({ answers: { module } }) => ({
    say: [
      {
        text: say('learn.paused'),
        choices: [
          ...(module ? [{ id: `go:learn:${module}`, label: say('button.learn.continue') }] : []),
          { id: 'go:menu', label: say('button.menu') },
        ],
      },
    ],
  }),
  draft: () => undefined,
});
