import { expect, test } from 'vitest';
import { addWorkingDays } from '../../bot/domain/working-days.ts';
import { calendarOf } from './calendar.ts';

const national = (...days: string[]) => days.map((date) => ({ date, kind: 'libur_nasional' as const }));

test('covers whole years, from the first day to the last', () => {
  const calendar = calendarOf(national('2026-08-17', '2027-01-01'));
  expect(calendar).toMatchObject({ coveredFrom: '2026-01-01', coveredUntil: '2027-12-31' });
});

test('does not reach over a year nobody has entered', () => {
  const calendar = calendarOf(national('2024-08-17', '2026-08-17', '2027-08-17'));
  expect(calendar).toMatchObject({ coveredFrom: '2026-01-01', coveredUntil: '2027-12-31' });
  expect(calendar.holidays.size).toBe(3);
});

test("takes a city's own day off into account, but not for knowledge of its year", () => {
  const calendar = calendarOf([...national('2026-08-17'), { date: '2027-07-24', kind: 'daerah' }]);
  expect(calendar.coveredUntil).toBe('2026-12-31');
  expect(calendar.holidays.has('2027-07-24')).toBe(true);
});

test('without any row it promises only estimates', () => {
  expect(addWorkingDays(calendarOf([]), '2026-11-20', 5)).toEqual({ due: '2026-11-27', estimate: true });
});
