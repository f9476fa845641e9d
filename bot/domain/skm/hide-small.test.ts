import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GroupSize, hideSmall, smallGroup } from './hide-small.ts';

describe('the groups of a block', () => {
  test.each<[string, Record<string, number>, Record<string, GroupSize>]>([
    ['all large enough', { L: 171, P: 213 }, { L: 171, P: 213 }],
    ['five is no small group', { L: 5, P: 5 }, { L: 5, P: 5 }],
    [
      'one small: the next smallest goes with it',
      { sd: 21, smp: 3, sma: 197, s1: 30 },
      { sd: 'hidden', smp: 'small', sma: 197, s1: 30 },
    ],
    ['one of two: both', { L: 4, P: 200 }, { L: 'small', P: 'hidden' }],
    ['nobody is a small group too', { L: 0, P: 8 }, { L: 'small', P: 'hidden' }],
    ['two small cover each other', { sd: 1, smp: 3, sma: 20 }, { sd: 'small', smp: 'small', sma: 20 }],
    [
      'two of four, which only eight can be, need a third',
      { sd: 4, smp: 4, sma: 20, s1: 9 },
      { sd: 'small', smp: 'small', sma: 20, s1: 'hidden' },
    ],
    ['four and four, and no third', { L: 4, P: 4 }, { L: 'hidden', P: 'hidden' }],
    ['everybody small', { L: 1, P: 0 }, { L: 'small', P: 'small' }],
  ])('%s', (_, groups, shown) => {
    expect(hideSmall(groups)).toEqual(shown);
  });

  const block = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.oneof(fc.constantFrom(0, 1, 4, 5), fc.integer({ min: 0, max: 30 })),
    {
      minKeys: 2,
      noNullPrototype: true,
    },
  );

  test('no small group of people can be told from the total and what is printed', () => {
    fc.assert(
      fc.property(block, (groups) => {
        const shown = hideSmall(groups);
        const hidden = Object.keys(groups).filter((name) => typeof shown[name] !== 'number');
        const rest = hidden.reduce((sum, name) => sum + (groups[name] ?? 0), 0);
        const possible = (name: string) =>
          shown[name] === 'small' ? Array.from({ length: smallGroup }, (_, size) => size) : undefined;
        const sums = (names: readonly string[]): Set<number> =>
          names.reduce(
            (known, name) =>
              new Set(
                Array.from(known).flatMap((sum) =>
                  (
                    possible(name) ?? Array.from({ length: rest + 1 }, (_, size) => size).slice(smallGroup)
                  ).map((size) => sum + size),
                ),
              ),
            new Set([0]),
          );
        for (const name of hidden.filter((one) => shown[one] === 'small' && (groups[one] ?? 0) > 0)) {
          const others = sums(hidden.filter((one) => one !== name));
          const fitting = possible(name)?.filter((size) => others.has(rest - size)) ?? [];
          expect(fitting.length, JSON.stringify(groups)).toBeGreaterThan(
            hidden.length === Object.keys(groups).length && rest === 0 ? 0 : 1,
          );
        }
        for (const name of Object.keys(groups))
          if (typeof shown[name] === 'number') expect(shown[name]).toBeGreaterThanOrEqual(smallGroup);
      }),
    );
  });
});
