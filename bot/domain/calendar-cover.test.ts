import { expect, test } from 'vitest';
import { holidaysMissing, isDigestDay } from './calendar-cover.ts';
import { seedCalendar } from './fixtures/seed.ts';

const calendar = seedCalendar();

test('from October on, holidays of next year that nobody has imported are missed', () => {
  expect(holidaysMissing(calendar, '2026-11-20')).toBeUndefined();
  expect(holidaysMissing(calendar, '2027-09-30')).toBeUndefined();
  expect(holidaysMissing(calendar, '2027-10-01')).toBe(2028);
  expect(holidaysMissing(calendar, '2028-01-03')).toBe(2028);
});

test('half a year of holidays is not a year of them', () => {
  expect(holidaysMissing({ ...calendar, coveredUntil: '2026-06-30' }, '2026-03-02')).toBe(2026);
});

test('the digest comes on Monday, or on the first working day of a week that begins with holidays', () => {
  expect(isDigestDay(calendar, '2026-11-23')).toBe(true);
  expect(isDigestDay(calendar, '2026-11-24')).toBe(false);
  expect(isDigestDay(calendar, '2026-11-22')).toBe(false);
  expect(isDigestDay(calendar, '2027-03-08')).toBe(false);
  expect(isDigestDay(calendar, '2027-03-16')).toBe(true);
  expect(isDigestDay(calendar, '2027-03-17')).toBe(false);
});
