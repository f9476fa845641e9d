import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeQuorum, quorumOf } from './quorum.ts';
import { usualCycle } from './usual-cycle.ts';

const { vote } = usualCycle;

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [14, 8],
  [15, 8],
  [16, 9],
  [1000, 501],
])('of %i voters %i must have voted', (roll, least) => {
  expect(quorumOf(roll, vote)).toBe(least);
});

test('below the quorum there is one extension, then the committee decides', () => {
  expect(judgeQuorum({ roll: 15, cast: 8, wasExtended: false }, vote)).toBe('reached');
  expect(judgeQuorum({ roll: 15, cast: 7, wasExtended: false }, vote)).toBe('extend');
  expect(judgeQuorum({ roll: 15, cast: 7, wasExtended: true }, vote)).toBe('committee');
  expect(judgeQuorum({ roll: 0, cast: 0, wasExtended: true }, vote)).toBe('committee');
  expect(() => judgeQuorum({ roll: 15, cast: 16, wasExtended: false }, vote)).toThrow(RangeError);
});

test('the quorum is the smallest number above its part of the roll', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5000 }), fc.integer({ min: 0, max: 99 }), (roll, quorumPercent) => {
      const least = quorumOf(roll, { quorumPercent });
      expect(least * 100).toBeGreaterThan(roll * quorumPercent);
      expect((least - 1) * 100).toBeLessThanOrEqual(roll * quorumPercent);
    }),
  );
});
