import type { Step } from './module.ts';
import { stepMark } from './step-mark.ts';

/**
 * What somebody does in a module: opens it, goes on in the step that a mark names (`at`: to which part of a card, which choice
 * of a question, or from which scene by which choice), or begins attempt `attempt` again, its questions or all of it.
 */
export type LearnPress = { module: string } & (
  | { does: 'open' }
  | { does: 'go'; mark: string; at: readonly number[] }
  | { does: 'again'; from: 'questions' | 'start'; attempt: number }
);

/** As a button carries it behind its form: at most 55 bytes, since a module's code has 40 at most. */
export const readPress = (argument: string): LearnPress => {
  const [module = '', what = '', at = ''] = argument.trim().split(' ');
  const [, from, attempt] = /^([qs])(\d{1,5})$/.exec(what) ?? [];
  if (from)
    return { module, does: 'again', from: from === 'q' ? 'questions' : 'start', attempt: Number(attempt) };
  if (!/^[0-9a-z]{7}$/.test(what) || !/^(\d{1,3}(\.\d)?)?$/.test(at)) return { module, does: 'open' };
  return { module, does: 'go', mark: what, at: at === '' ? [] : at.split('.').map(Number) };
};

export const goOn = (module: string, step: Step, attempt: number, at: readonly number[] = []): string =>
  [module, stepMark(step, attempt), ...(at.length > 0 ? [at.join('.')] : [])].join(' ');

export const beginAgain = (module: string, from: 'questions' | 'start', attempt: number): string =>
  `${module} ${from === 'questions' ? 'q' : 's'}${attempt}`;
