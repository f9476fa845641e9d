import { moduleJp } from '../training/module-jp.ts';
import { type TrainingRules, usualTraining } from '../training/training-rules.ts';
import type { Module } from './module.ts';
import type { LearnResult } from './module-reads.ts';
import { type Progress, progressIn } from './progress.ts';
import { neededRight, questionsOf, quizResult } from './quiz.ts';

/** How far somebody came in a module: cards and cases that are over, and the choice (from 0) for each question of this attempt. */
export type Learnt = {
  done: readonly string[];
  answers: { readonly [question: string]: number };
  attempt: number;
};

export const nothingLearnt: Learnt = { done: [], answers: {}, attempt: 1 };

/** Questions answered with a choice that the module, changed since, no longer has are asked again. */
const answered = (module: Pick<Module, 'steps'>, { answers }: Learnt): ReadonlyMap<string, number> =>
  new Map(
    questionsOf(module).flatMap(({ id, choices }) => {
      const choice = answers[id];
      return choice !== undefined && choice < choices.length ? [[id, choice] as const] : [];
    }),
  );

/** A question is done once it is answered. */
export const standing = (module: Pick<Module, 'steps'>, learnt: Learnt): Progress => {
  const questions = new Set(questionsOf(module).map(({ id }) => id));
  const read = learnt.done.filter((id) => !questions.has(id));
  return progressIn(module, new Set([...read, ...answered(module, learnt).keys()]));
};

/** Questions of this attempt that were answered wrongly. */
export const answeredWrongly = (module: Pick<Module, 'steps' | 'pass'>, learnt: Learnt): string[] => {
  const answers = answered(module, learnt);
  return quizResult(module, answers).wrong.filter((id) => answers.has(id));
};

/** How it ended. */
export const resultOf = (
  module: Pick<Module, 'steps' | 'pass' | 'minutes' | 'jp' | 'decree'>,
  learnt: Learnt,
  certificate: string | null,
  rules: Pick<TrainingRules, 'minutesPerJp'> = usualTraining,
): LearnResult => {
  const { right, of, percent, passed } = quizResult(module, answered(module, learnt));
  const approval = module.decree && { decree: module.decree.number, jp: module.jp };
  return {
    passed,
    right,
    of,
    percent,
    needed: neededRight(module),
    wrong: answeredWrongly(module, learnt).length,
    attempt: learnt.attempt,
    jp: moduleJp({ minutes: module.minutes, approval }, rules),
    certificate,
  };
};
