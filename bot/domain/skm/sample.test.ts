import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from '../fixtures/skm-vectors.json' with { type: 'json' };
import { neededSample, sample } from './sample.ts';

const pairs = vectors.sampleSize.pairs.map(([users = 0, needed = 0]) => ({ users, needed }));

describe('the table of Krejcie and Morgan', () => {
  test.each(pairs)('of $users users $needed must answer', ({ users, needed }) => {
    expect(neededSample(users)).toBe(needed);
  });
});

test('an office sees how many are missing, and none when more came than were needed', () => {
  expect(sample(220, 97)).toEqual({ users: 220, respondents: 97, needed: 140, missing: 43 });
  expect(sample(220, 140).missing).toBe(0);
  expect(sample(10, 40).missing).toBe(0);
  expect(sample(0, 0)).toEqual({ users: 0, respondents: 0, needed: 0, missing: 0 });
});

test('half a user or fewer than none is refused', () => {
  for (const wrong of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => neededSample(wrong)).toThrow(RangeError);
});

test('whatever the number of users, no more are asked than there are, and more users never need fewer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (users) => {
      const needed = neededSample(users);
      expect(needed).toBeGreaterThan(0);
      expect(needed).toBeLessThanOrEqual(Math.min(users, 384));
      expect(neededSample(users + 1)).toBeGreaterThanOrEqual(needed);
    }),
  );
});
