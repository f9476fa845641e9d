import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aliasOf } from './alias.ts';

test('one ticket always shows one alias', () => {
  expect(aliasOf(Uint8Array.of(0, 0, 17))).toEqual({ plant: 'Melati', number: 27 });
  expect(aliasOf(Uint8Array.of(0, 0, 17, 200, 3))).toEqual({ plant: 'Melati', number: 27 });
});

test('every alias is one plant and two digits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 3, maxLength: 32 }), (bytes) => {
      const { plant, number } = aliasOf(bytes);
      expect(plant).toMatch(/^[A-Z][a-z]{2,8}$/);
      expect(number).toBeGreaterThanOrEqual(10);
      expect(number).toBeLessThanOrEqual(99);
    }),
  );
});

test('there are 64 different plants, each as likely as the next', () => {
  const seen = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const { plant } = aliasOf(Uint8Array.of(byte, 0, 0));
    seen.set(plant, (seen.get(plant) ?? 0) + 1);
  }
  expect(seen.size).toBe(64);
  expect(new Set(seen.values())).toEqual(new Set([4]));
});

test('too few bytes make no alias, rather than the same for everybody', () => {
  expect(() => aliasOf(new Uint8Array(2))).toThrow(RangeError);
});
