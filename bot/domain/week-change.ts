import type { LocalDate } from './local-date.ts';
import { smallGroup } from './skm/hide-small.ts';

/** A report that an office called done in a week: within its first promise or not, and after how many days. */
export type SolvedReport = { inTime: boolean; days: number };

/** What an office did for citizens in one week; `score`: how people rated how their reports were handled, 1 to 4. */
export type WeekChange = {
  solved: readonly SolvedReport[];
  scores: readonly number[];
  /** The last change the office told everybody of. */
  done: { words: string; on: LocalDate } | null;
};

/**
 * The same as everybody of the office may hear it: groups of fewer than five are *some*, with nothing said about them, and
 * an average needs five people.
 */
export type WeekNews = {
  solved: { count: number; timely: number | null; medianDays: number } | 'some' | 'none';
  /** Of 4, in hundredths. */
  score: number | null;
  done: string | null;
};

const middle = (all: readonly number[]): number => {
  const sorted = all.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

export const weekNews = ({ solved, scores, done }: WeekChange): WeekNews => {
  const timely = solved.filter(({ inTime }) => inTime).length;
  const late = solved.length - timely;
  const small = (group: number): boolean => group > 0 && group < smallGroup;
  return {
    solved:
      solved.length === 0
        ? 'none'
        : solved.length < smallGroup
          ? 'some'
          : {
              count: solved.length,
              timely: small(timely) || small(late) ? null : timely,
              medianDays: middle(solved.map(({ days }) => days)),
            },
    score:
      scores.length < smallGroup
        ? null
        : Math.round((scores.reduce((sum, one) => sum + one, 0) * 100) / scores.length),
    done: done?.words ?? null,
  };
};

/** Whether there is anything to tell at all. */
export const hasWeekNews = ({ solved, score, done }: WeekNews): boolean =>
  solved !== 'none' || score !== null || done !== null;
