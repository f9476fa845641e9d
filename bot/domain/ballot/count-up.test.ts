import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countUp } from './count-up.ts';
import { generator, times } from './group.ts';

const hidden = (number: number) => times(generator, BigInt(number));

it('finds what it hides, few or many, and at both ends', () => {
  for (const most of [0, 1, 255, 256, 257, 1000, 1023, 1024])
    for (const number of [0, 1, most - 1, most].filter((one) => one >= 0 && one <= most))
      expect(countUp(hidden(number), most)).toBe(number);
});

it('never finds more than there are ballots', () => {
  for (const most of [0, 1, 256, 257, 1023, 1024]) expect(countUp(hidden(most + 1), most)).toBeUndefined();
  expect(countUp(hidden(1).negate(), 1000)).toBeUndefined();
});

it('finds any number up to the most', () => {
  const cases = fc.nat(3000).chain((most) => fc.tuple(fc.constant(most), fc.nat(most)));
  fc.assert(
    fc.property(cases, ([most, number]) => {
      expect(countUp(hidden(number), most)).toBe(number);
    }),
    { numRuns: 40 },
  );
});
