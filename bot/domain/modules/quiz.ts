import type { Module, Question } from './module.ts';

/** Which choice (from 0) somebody took for a question, by its id. */
export type QuizAnswers = ReadonlyMap<string, number>;

export type QuizResult = {
  right: number;
  of: number;
  /** Rounded down, so that nobody reads the pass mark and has not passed. */
  percent: number;
  passed: boolean;
  /** Ids of what was answered wrongly or not at all. */
  wrong: readonly string[];
};

export const questionsOf = ({ steps }: Pick<Module, 'steps'>): readonly Question[] =>
  steps.filter((step) => step.kind === 'question');

/** How a quiz went; reckoned in whole numbers. */
export const quizResult = (module: Pick<Module, 'steps' | 'pass'>, answers: QuizAnswers): QuizResult => {
  const questions = questionsOf(module);
  const wrong = questions.filter(({ id, right }) => answers.get(id) !== right).map(({ id }) => id);
  const [of, right] = [questions.length, questions.length - wrong.length];
  return {
    right,
    of,
    percent: of === 0 ? 0 : Math.floor((right * 100) / of),
    passed: of > 0 && right * 100 >= module.pass * of,
    wrong,
  };
};

/** The fewest right answers that pass. */
export const neededRight = (module: Pick<Module, 'steps' | 'pass'>): number =>
  Math.ceil((module.pass * questionsOf(module).length) / 100);
