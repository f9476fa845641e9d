import { fact, form } from '../../../conversation/form.ts';
import { say } from '../../../conversation/reply.ts';
import type { LearnLook } from '../../../domain/modules/module-reads.ts';
import { refused } from './learn.ts';

type Answers = { module: string; no: boolean };
type Facts = { look: LearnLook | 'none' | 'gone' };

const shelf = [{ id: 'go:learn-shelf', label: say('button.learn') }];

/** Whether what was answered wrongly in an attempt that is over comes back: one tap. */
export const learnRepeat = form<Answers, Facts>({
  id: 'learn-repeat',
  work: true,
  starts: (argument) => {
    const [module = '', no] = argument.trim().split(' ');
    return { module, no: no === 'no' };
  },
  facts: {
    look: fact<Answers, Facts['look'], string>({
      of: ({ module, no }) => (no ? undefined : (module ?? '')),
      read: (reads, module) => reads.learn(module),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { no }, facts: { look = 'gone' } }) => {
    if (no) return { say: [{ text: say('learn-repeat.no'), choices: shelf }], rests: true };
    if (typeof look === 'string') return refused(look);
    const { module, result } = look;
    const count = result?.wrong ?? 0;
    if (count === 0) return { say: [{ text: say('learn-repeat.nothing'), choices: shelf }], rests: true };
    return {
      say: [{ text: say('learn-repeat.yes', { count }), choices: shelf }],
      effects: [{ do: 'learn.repeat', module }],
      rests: true,
    };
  },
  draft: () => undefined,
});
