import { type ElementKey, elements } from './elements.ts';
import { compare, type Fraction, fraction, halfUp, product, readDecimal, sum } from './fraction.ts';
import { type Grade, gradeOf } from './grade.ts';
import type { Tally } from './tally.ts';

/** The weight of an element, to be printed on every report: 1/9, or 0.11 or 0.111 to compare with those who print these. */
export const weightConventions = ['exact', 'printed_0_11', 'printed_0_111'] as const;
export type WeightConvention = (typeof weightConventions)[number];

/** What nine weights of a convention add up to. */
const ninefold: { readonly [C in WeightConvention]: Fraction } = {
  exact: fraction(1),
  printed_0_11: fraction(99, 100),
  printed_0_111: fraction(999, 1000),
};

/** The mean answer of each element (NRR, *nilai rata-rata*), exact; an element that nobody answered has none. */
export type Averages = { readonly [E in ElementKey]?: Fraction };

/** Of one element: its average to three decimals, and the same times 25, to two, with its grade. */
export type ElementResult = { nrr: string; value: string; grade: Grade };

/** `ikm` is 25.00 to 100.00 with a point; `unanswered` elements took no part and have no result. */
export type Ikm = {
  ikm: string;
  grade: Grade;
  convention: WeightConvention;
  elements: { readonly [E in ElementKey]?: ElementResult };
  unanswered: readonly ElementKey[];
};

/** The averages of a tally; sums that 1 to 4 cannot give throw. */
export const averagesOf = (tally: Tally): Averages =>
  ofEach((element) => {
    const { sum, count } = tally.elements[element];
    return count === 0 && sum === 0 ? undefined : onScale(fraction(sum, count), element);
  });

/** Averages as an office has published them, already rounded: only where the answers themselves are not to be had. */
export const readAverages = (published: { readonly [E in ElementKey]?: string }): Averages =>
  ofEach((element) => {
    const text = published[element];
    return text === undefined ? undefined : onScale(readDecimal(text), element);
  });

/**
 * The index before rounding: 25 times the mean of the averages. An element without any answer leaves the mean as a blank
 * leaves its average, the weights of the others growing to fill its place; `undefined` when nothing was answered.
 */
export function exactIkm(averages: Averages, convention: WeightConvention = 'exact'): Fraction | undefined {
  const given = elements.map((element) => averages[element]).filter((average) => average !== undefined);
  if (given.length === 0) return undefined;
  return product(fraction(25, given.length), ninefold[convention], sum(given));
}

/**
 * The *Indeks Kepuasan Masyarakat* (PermenPANRB 14/2017) from averages that were not rounded before; it is rounded once,
 * half up, and graded as rounded. The same is used for a service, an office (its pooled tally) and a whole city.
 */
export function ikm(averages: Averages, convention: WeightConvention = 'exact'): Ikm | undefined {
  const exact = exactIkm(averages, convention);
  return (
    exact && {
      ikm: halfUp(exact, 2),
      grade: gradeOf(exact),
      convention,
      elements: ofEach((element) => {
        const average = averages[element];
        return average && elementResult(average);
      }),
      unanswered: elements.filter((element) => averages[element] === undefined),
    }
  );
}

/** An element's value has no weight in it, whatever the convention. */
function elementResult(average: Fraction): ElementResult {
  const value = product(fraction(25), average);
  return { nrr: halfUp(average, 3), value: halfUp(value, 2), grade: gradeOf(value) };
}

function onScale(average: Fraction, element: ElementKey): Fraction {
  if (compare(average, fraction(1)) < 0 || compare(average, fraction(4)) > 0) {
    throw new RangeError(`the average of ${element} is 1 to 4, not ${halfUp(average, 4)}`);
  }
  return average;
}

function ofEach<V>(make: (element: ElementKey) => V | undefined): { [E in ElementKey]?: V } {
  const made: { [E in ElementKey]?: V } = {};
  for (const element of elements) {
    const one = make(element);
    if (one !== undefined) made[element] = one;
  }
  return made;
}
