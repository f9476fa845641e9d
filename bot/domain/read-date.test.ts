import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

/** A Wednesday. */
const today = '2026-11-25';

test.each([
  ['besok', '2026-11-26'],
  ['Lusa', '2026-11-27'],
  ['hari ini', '2026-11-25'],
  ['Jumat', '2026-11-27'],
  ['rabu', '2026-12-02'],
  ['27 Nov', '2026-11-27'],
  ['27 november 2026', '2026-11-27'],
  ['Jumat, 27 Nov', '2026-11-27'],
  ['27/11', '2026-11-27'],
  ['27-11-2026', '2026-11-27'],
  ['27.11.26', '2026-11-27'],
  ['2026-12-01', '2026-12-01'],
  ['5 Jan', '2027-01-05'],
])('"%s" is a day', (typed, day) => {
  expect(readDate(typed, today)).toBe(day);
});

test.each(['', 'segera', '31/2', '2026-02-30', '27', '27 foo', 'minggu depan', '0/1'])(
  '"%s" is none',
  (typed) => {
    expect(readDate(typed, today)).toBeUndefined();
  },
);
