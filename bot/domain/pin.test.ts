import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePinTry, pinTries, readPin } from './pin.ts';

test.each([
  ['4827', '4827'],
  [' 48 27 ', '4827'],
  ['0715', '0715'],
  ['４８２７', '4827'],
])('"%s" is a PIN', (typed, pin) => {
  expect(readPin(typed)).toEqual({ pin });
});

test.each([
  ['', 'digits'],
  ['482', 'digits'],
  ['48271', 'digits'],
  ['48a7', 'digits'],
  ['empat', 'digits'],
  ['٤٨٢٧', 'digits'],
  ['0000', 'repeated'],
  ['1111', 'repeated'],
  ['1212', 'repeated'],
  ['1122', 'repeated'],
  ['1234', 'row'],
  ['0123', 'row'],
  ['7890', 'row'],
  ['4321', 'row'],
  ['0987', 'row'],
  ['1985', 'year'],
  ['2026', 'year'],
  ['2580', 'column'],
  ['0852', 'column'],
])('"%s" is refused: %s', (typed, fault) => {
  expect(readPin(typed)).toEqual({ fault });
});

test('what is refused leaves more than nine in ten', () => {
  const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'));
  expect(all.filter((pin) => 'pin' in readPin(pin)).length).toBeGreaterThan(9_000);
});

describe('somebody who tries PINs', () => {
  const last = new Date('2026-11-20T05:00:00Z');
  const later = (minutes: number) => new Date(last.getTime() + minutes * 60_000);

  test('has five tries at first', () => {
    expect(judgePinTry(0, undefined, last)).toEqual({ may: true, left: pinTries });
    expect(judgePinTry(4, last, last)).toEqual({ may: true, left: 1 });
  });

  test.each([
    [5, 15],
    [10, 60],
    [15, 240],
    [20, 960],
    [25, 1440],
    [500, 1440],
  ])('waits after %i wrong ones for %i minutes, then has five tries again', (wrong, minutes) => {
    expect(judgePinTry(wrong, last, last)).toEqual({ may: false, again: later(minutes) });
    expect(judgePinTry(wrong, last, later(minutes - 1))).toMatchObject({ may: false });
    expect(judgePinTry(wrong, last, later(minutes))).toEqual({ may: true, left: 5 });
    expect(judgePinTry(wrong + 1, later(minutes), later(minutes))).toEqual({ may: true, left: 4 });
  });

  test('is never shut out for longer than a day', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (wrong) => {
        expect(judgePinTry(wrong, last, later(1440))).toMatchObject({ may: true });
      }),
    );
  });
});
