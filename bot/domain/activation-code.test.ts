import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginning,
  codeLifeHours,
  codeTries,
  judgeTries,
  newCode,
  readCode,
  secret,
  tryLimits,
} from './activation-code.ts';

const dice = fc.uint8Array({ minLength: 13, maxLength: 13 });

test('a code is thirteen characters in groups of four, four and five', () => {
  expect(newCode((n) => new Uint8Array(n).fill(31))).toBe('ZZZZ-ZZZZ-ZZZZZ');
  expect(newCode((n) => Uint8Array.from({ length: n }, (_, i) => i + 8))).toBe('89AB-CDEF-GHJKM');
});

test('every code is read back however it is typed', () => {
  fc.assert(
    fc.property(dice, (bytes) => {
      const code = newCode(() => bytes);
      const plain = code.replaceAll('-', '');
      const sloppy = plain.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      const spelt = ` ${Array.from(plain).join(' ')} `;
      for (const typed of [code, plain, code.toLowerCase(), code.replaceAll('-', ' – '), sloppy, spelt]) {
        expect(readCode(typed)).toBe(code);
      }
      expect(beginning(code) + secret(code)).toBe(plain);
    }),
  );
});

test('all 32 characters are equally likely', () => {
  const seen = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const first = newCode((n) => new Uint8Array(n).fill(byte)).charAt(0);
    seen.set(first, (seen.get(first) ?? 0) + 1);
  }
  expect(seen.size).toBe(32);
  expect(new Set(seen.values())).toEqual(new Set([8]));
});

test('the beginning is four characters and the secret nine', () => {
  expect(beginning('7K4P-Q2ZX-M09AB')).toBe('7K4P');
  expect(secret('7K4P-Q2ZX-M09AB')).toBe('Q2ZXM09AB');
});

test.each([
  '',
  '7K4P-Q2ZX-M09A',
  '7K4P-Q2ZX-M09ABC',
  '7K4P-Q2ZX-M09AU',
  '7K4P-Q2ZX-M09A!',
  'SLT-7K4PQ2',
  'kode saya 7K4P-Q2ZX-M09AB',
])('"%s" is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});

test('too few dice make no code, rather than one that is easy to guess', () => {
  expect(() => newCode(() => new Uint8Array(12))).toThrow(RangeError);
});

test('a code lives three days and bears five wrong tries', () => {
  expect({ codeLifeHours, codeTries, tryLimits }).toEqual({
    codeLifeHours: 72,
    codeTries: 5,
    tryLimits: { hour: 5, day: 15 },
  });
});

describe('a chat that tries codes', () => {
  const now = new Date('2026-11-20T05:00:00Z');
  const ago = (...minutes: number[]) => minutes.map((m) => new Date(now.getTime() - m * 60_000));
  const from = (minutes: number) => ({ may: false, again: new Date(now.getTime() + minutes * 60_000) });

  test('may try when it did not before', () => {
    expect(judgeTries([], now)).toEqual({ may: true });
  });

  test('may try a fifth time within the hour, and not a sixth', () => {
    expect(judgeTries(ago(1, 2, 3, 4), now)).toEqual({ may: true });
    expect(judgeTries(ago(1, 2, 3, 4, 50), now)).toEqual(from(10));
  });

  test('may try again as soon as the hour is over', () => {
    expect(judgeTries(ago(1, 2, 3, 4, 60), now)).toEqual({ may: true });
  });

  test('may try fifteen times in a day, whatever the order in which they are told', () => {
    const spread = Array.from({ length: 15 }, (_, i) => 70 + i * 90);
    expect(judgeTries(ago(...spread.slice(1)), now)).toEqual({ may: true });
    expect(judgeTries(ago(...spread), now)).toEqual(from(24 * 60 - 1330));
    expect(judgeTries(ago(...spread.toReversed()), now)).toEqual(from(24 * 60 - 1330));
  });

  test('waits for the later of both limits', () => {
    const spread = [1, 2, 3, 4, 5, ...Array.from({ length: 10 }, (_, i) => 100 + i)];
    expect(judgeTries(ago(...spread), now)).toEqual(from(24 * 60 - 109));
  });
});
