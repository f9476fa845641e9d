import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liesFarAway, likenessDistance, looksUsedBefore } from './closing-photo.ts';

const likeness = fc.uint8Array({ minLength: 8, maxLength: 8 });

const hash = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

describe('how far two pictures are apart', () => {
  test.each([
    ['0000000000000000', '0000000000000000', 0],
    ['f0f0f0f0f0f0f0f0', 'f0f0f0f0f0f0f0f1', 1],
    ['8000000000000001', '0000000000000000', 2],
    ['aaaaaaaaaaaaaaaa', '5555555555555555', 64],
  ])('%s and %s: %d bits', (a, b, bits) => {
    expect(likenessDistance(hash(a), hash(b))).toBe(bits);
  });

  test('is the same from both sides, nothing to itself, and at most 64', () => {
    fc.assert(
      fc.property(likeness, likeness, (a, b) => {
        const distance = likenessDistance(a, b);
        expect(distance).toBe(likenessDistance(b, a));
        expect(distance).toBeLessThanOrEqual(64);
        expect(likenessDistance(a, a)).toBe(0);
      }),
    );
  });
});

test('a picture counts as used before up to 4 bits, and as far away beyond 500 metres', () => {
  expect([0, 4, 5, 64].map(looksUsedBefore)).toEqual([true, true, false, false]);
  expect([0, 500, 500.1, 12_000].map(liesFarAway)).toEqual([false, false, true, true]);
});
