import fc from 'fast-check';
import { type ElementKey, elements } from '../elements.ts';
import type { Heap, Tally } from '../tally.ts';

/** For tests: a tally that says the same of all nine elements, or what each is given. */
export const tallyOf = (respondents: number, heapOf: (element: ElementKey, at: number) => Heap): Tally => ({
  respondents,
  elements: Object.fromEntries(
    elements.map((element, at) => [element, heapOf(element, at)]),
  ) as Tally['elements'],
});

/** For tests: so many people answered everything, and all their answers together come to `total`. */
export const tallyOfTotal = (count: number, total: number): Tally =>
  tallyOf(count, (_, at) => ({ sum: Math.floor((total + at) / elements.length), count }));

const heaps = (counts: fc.Arbitrary<number>) =>
  counts.chain((count) =>
    fc.record({ count: fc.constant(count), sum: fc.integer({ min: count, max: 4 * count }) }),
  );

const nine = (counts: fc.Arbitrary<number>) => fc.array(heaps(counts), { minLength: 9, maxLength: 9 });

/** For tests: any tally, elements without an answer among them; every other is of eight people, where halves are common. */
export const tallies = fc
  .oneof(nine(fc.integer({ min: 0, max: 3000 })), nine(fc.constant(8)))
  .map((all) =>
    tallyOf(Math.max(...all.map(({ count }) => count)), (_, at) => all[at] ?? { sum: 0, count: 0 }),
  );

/** For tests: any forms, with blanks. */
export const someForms = fc.array(
  fc.record(Object.fromEntries(elements.map((element) => [element, fc.constantFrom(1 as const, 2, 3, 4)])), {
    requiredKeys: [],
  }),
  { maxLength: 60 },
);
