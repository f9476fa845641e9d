import type { ElementKey } from './elements.ts';
import type { SkmResult } from './result.ts';
import type { Period } from './survey-period.ts';
import { type LowRule, lowTwice } from './trend.ts';

/** A training module for a unit, since an element was low in two periods running: its value in the first, and in the second, which is `period`. */
export type Proposal = {
  unit: SkmResult['unit'];
  element: ElementKey;
  period: Period;
  was: string;
  value: string;
};

/** What is proposed after a period, by the results of it and of the one before; of each unit the weakest element first. */
export const proposalsOf = (
  before: readonly SkmResult[],
  now: readonly SkmResult[],
  rule: LowRule,
): Proposal[] => {
  const whole = (results: readonly SkmResult[]) => results.filter(({ service }) => service === null);
  const then = new Map(whole(before).map((result) => [result.unit.code, result]));
  return whole(now).flatMap((result) => {
    const { unit, period, all, index } = result;
    const last = then.get(unit.code);
    if (!last) return [];
    return lowTwice(last.all, all, rule).flatMap((element) => {
      const [was, value] = [last.index?.elements[element]?.value, index?.elements[element]?.value];
      return was !== undefined && value !== undefined ? [{ unit, element, period, was, value }] : [];
    });
  });
};
