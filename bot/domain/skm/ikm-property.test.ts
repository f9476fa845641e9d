import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elements } from './elements.ts';
import { averagesOf, ikm, type WeightConvention } from './ikm.ts';
import { pooled } from './tally.ts';
import { plainIkm } from './testing/plain-ikm.ts';
import { tallies } from './testing/tallies.ts';

describe('for every survey', () => {
  test('the index is what a second reckoning finds', () => {
    const weights = { exact: [1n, 9n], printed_0_11: [11n, 100n], printed_0_111: [111n, 1000n] } as const;
    fc.assert(
      fc.property(
        tallies,
        fc.constantFrom(...(Object.keys(weights) as WeightConvention[])),
        (one, weight) => {
          expect(ikm(averagesOf(one), weight)?.ikm).toBe(plainIkm(one, 2, weights[weight]));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('one better answer never lowers it, and it stays between 25 and 100', () => {
    fc.assert(
      fc.property(tallies, fc.constantFrom(...elements), (one, raised) => {
        const { sum, count } = one.elements[raised];
        fc.pre(sum < 4 * count);
        const better = { ...one, elements: { ...one.elements, [raised]: { sum: sum + 1, count } } };
        const [low, high] = [one, better].map((each) => Number(ikm(averagesOf(each))?.ikm));
        expect(high).toBeGreaterThanOrEqual(low ?? Number.NaN);
        expect(low).toBeGreaterThanOrEqual(25);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('an office lies between its best and its worst service in each element', () => {
    fc.assert(
      fc.property(
        fc.array(tallies, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...elements),
        (all, of) => {
          const nrr = (one: (typeof all)[number]) =>
            Number(ikm(averagesOf(one))?.elements[of]?.nrr ?? Number.NaN);
          const each = all.map(nrr).filter((one) => !Number.isNaN(one));
          fc.pre(each.length > 0);
          expect(nrr(pooled(all))).toBeGreaterThanOrEqual(Math.min(...each));
          expect(nrr(pooled(all))).toBeLessThanOrEqual(Math.max(...each));
        },
      ),
    );
  });
});
