import { type ElementKey, elements } from './elements.ts';
import { compare } from './fraction.ts';
import { averagesOf } from './ikm.ts';
import type { Tally } from './tally.ts';

/** So many elements are named at either end. */
const named = 3;

/**
 * The three elements people were most content with, and the three they were least content with, the outermost first, by
 * their exact averages. An element is in one of the two at most, and in neither where all are alike.
 */
export const strongestAndWeakest = (tally: Tally): { strongest: ElementKey[]; weakest: ElementKey[] } => {
  const averages = averagesOf(tally);
  const ranked = elements
    .flatMap((element) => {
      const average = averages[element];
      return average ? [{ element, average }] : [];
    })
    .sort((one, other) => compare(other.average, one.average));
  const [best, worst] = [ranked.at(0), ranked.at(-1)];
  if (!best || !worst || compare(best.average, worst.average) === 0) return { strongest: [], weakest: [] };
  const each = Math.min(named, Math.floor(ranked.length / 2));
  const names = ranked.map(({ element }) => element);
  return { strongest: names.slice(0, each), weakest: names.slice(-each).reverse() };
};
