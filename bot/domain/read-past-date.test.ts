import { expect, test } from 'vitest';
import { readPastDate } from './read-past-date.ts';

/** A Sunday. */
const today = '2026-11-22';

test.each<[string, string | undefined]>([
  ['hari ini', '2026-11-22'],
  ['kemarin', '2026-11-21'],
  ['besok', '2026-11-23'],
  ['Jumat', '2026-11-20'],
  ['Senin', '2026-11-16'],
  ['Minggu', '2026-11-22'],
  ['22 Nov', '2026-11-22'],
  ['23 Nov', '2025-11-23'],
  ['3 Januari', '2026-01-03'],
  ['31/12', '2025-12-31'],
  ['31/12.', '2025-12-31'],
  ['Rabu, 18 Nov', '2026-11-18'],
  ['3 Nov 2024', '2024-11-03'],
  ['3/11/26', '2026-11-03'],
  ['2026-01-04', '2026-01-04'],
  ['4 Jan 2027', '2027-01-04'],
  ['30 Feb', undefined],
  ['tahun lalu', undefined],
  ['', undefined],
])('%s, said on 22 November 2026, is %s', (typed, date) => {
  expect(readPastDate(typed, today)).toBe(date);
});

test('a leap day that is not in this year is the one of the year before', () => {
  expect(readPastDate('29 Feb', '2029-03-01')).toBe('2028-02-29');
});
