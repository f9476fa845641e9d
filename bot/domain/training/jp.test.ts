import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpOfMinutes, jpText, percentOf, readJp, sumOfJp } from './jp.ts';

const hours = fc.integer({ min: 0, max: 99_999_999 });

test.each([
  ['20', 2000],
  ['2.5', 250],
  ['2,5', 250],
  ['2,25', 225],
  ['0.05', 5],
  ['8 JP', 800],
  [' 12jp ', 1200],
  ['0', 0],
  ['007', 700],
])('"%s" on a certificate is %i hundredths', (text, jp) => {
  expect(readJp(text)).toBe(jp);
});

test.each([
  '',
  'JP',
  '-2',
  '+2',
  '2.',
  '.5',
  '1.000',
  '2,125',
  '1e2',
  '2 5',
  '20 jam',
  'dua',
  '1234567',
  '٢',
])('"%s" is no number of hours', (text) => {
  expect(readJp(text)).toBeUndefined();
});

test.each([
  [45, 100],
  [90, 200],
  [60, 133],
  [44, 97],
  [15, 33],
  [0, 0],
])('%i minutes hold %i hundredths of 45 minutes', (minutes, jp) => {
  expect(jpOfMinutes(minutes, 45)).toBe(jp);
});

describe('for all hours', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(hours, (jp) => {
        expect(readJp(jpText(jp))).toBe(jp);
        expect(jpText(jp)).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });

  test('minutes never become more hours than they are, and less than a hundredth is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 120 }),
        (minutes, one) => {
          const jp = jpOfMinutes(minutes, one);
          expect(jp * one).toBeLessThanOrEqual(minutes * 100);
          expect((jp + 1) * one).toBeGreaterThan(minutes * 100);
        },
      ),
    );
  });

  test('a part is never more than the whole', () => {
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 100 }), (jp, percent) => {
        expect(percentOf(jp, percent)).toBeLessThanOrEqual(jp);
        expect(percentOf(jp, 100)).toBe(jp);
      }),
    );
  });
});

test('ten times a tenth is one hour', () => {
  expect(sumOfJp(Array.from({ length: 10 }, () => 10))).toBe(100);
});

test('half a hundredth is a fault of the program, not an hour', () => {
  expect(() => sumOfJp([0.5])).toThrow(RangeError);
  expect(() => jpText(-1)).toThrow(RangeError);
  expect(() => jpOfMinutes(Number.NaN, 45)).toThrow(RangeError);
});
