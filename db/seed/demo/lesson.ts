import { answeredWrongly, resultOf } from '../../../bot/domain/modules/learnt.ts';
import type { Module, Step } from '../../../bot/domain/modules/module.ts';

/** How far somebody invented came in a module. `percent`: of the quiz, once they passed; `wrong`: questions that they got wrong. */
export type Lesson = {
  done: string[];
  answers: { [question: string]: number };
  percent: number | null;
  wrong: string[];
};

const isQuestion = (step: Step): step is Extract<Step, { kind: 'question' }> => step.kind === 'question';

/** The first part of a module, from 0 to 1, with so many of its first questions answered wrongly. */
export const lessonOf = (module: Module, { share, misses }: { share: number; misses: number }): Lesson => {
  const steps = module.steps.slice(0, Math.round(module.steps.length * share));
  const answers = Object.fromEntries(
    steps
      .filter(isQuestion)
      .map(({ id, right, choices }, nth) => [id, nth < misses ? (right + 1) % choices.length : right]),
  );
  const done = steps.filter((step) => !isQuestion(step)).map(({ id }) => id);
  const learnt = { done, answers, attempt: 1 };
  const { passed, percent } = resultOf(module, learnt, null);
  return { done, answers, percent: passed ? percent : null, wrong: answeredWrongly(module, learnt) };
};
