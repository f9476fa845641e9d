import { type ElementKey, elements } from './elements.ts';
import { compare, type Fraction, fraction, halfUp, product, readDecimal } from './fraction.ts';
import { averagesOf } from './ikm.ts';
import type { Tally } from './tally.ts';

/** An element is low below this value (its average times 25); fewer answers than `leastAnswers` say nothing, and could be read off. */
export type LowRule = { below: string; leastAnswers: number };

/** Our proposal: worse than *Baik*, and the least group that is shown anywhere. */
export const usualLowRule: LowRule = { below: '76.61', leastAnswers: 5 };

/** The elements that were low in two periods running, weakest now first: what a training module is proposed for. */
export function lowTwice(before: Tally, now: Tally, rule: LowRule = usualLowRule): ElementKey[] {
  const [then, since] = [averagesOf(before), averagesOf(now)];
  const low = (average: Fraction | undefined, { elements }: Tally, element: ElementKey) =>
    average !== undefined && elements[element].count >= rule.leastAnswers && isBelow(average, rule.below);
  return elements
    .filter((element) => low(then[element], before, element) && low(since[element], now, element))
    .sort((one, other) => compare(since[one] ?? fraction(0), since[other] ?? fraction(0)));
}

/** Compared as printed, rounded half up, so that nobody is called low beside a number that is not. */
function isBelow(average: Fraction, below: string): boolean {
  const value = readDecimal(halfUp(product(fraction(25), average), 2));
  return compare(value, readDecimal(below)) < 0;
}
