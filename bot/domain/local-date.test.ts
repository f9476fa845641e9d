import { expect, test } from 'vitest';
import vectors from './fixtures/working-days.json' with { type: 'json' };
import { addCalendarDays, addHours, endOfLocalDay, isLocalDate, localDate } from './local-date.ts';

test('a message near midnight belongs to the day its sender lives in', () => {
  const instant = new Date('2026-11-20T16:30:00Z');
  expect(localDate(instant, 'Asia/Jakarta')).toBe('2026-11-20');
  expect(localDate(instant, 'Asia/Makassar')).toBe('2026-11-21');
  expect(localDate(instant, 'Asia/Jayapura')).toBe('2026-11-21');
});

test('a promised day ends just before the next local midnight', () => {
  expect(endOfLocalDay('2026-11-25', 'Asia/Jakarta').toISOString()).toBe('2026-11-25T16:59:59.999Z');
  expect(endOfLocalDay('2026-11-25', 'Asia/Makassar').toISOString()).toBe('2026-11-25T15:59:59.999Z');
  expect(endOfLocalDay('2026-12-31', 'Asia/Jayapura').toISOString()).toBe('2026-12-31T14:59:59.999Z');
});

test.each(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])(
  'in %s the end of a day is still that day, and a millisecond later the next',
  (zone) => {
    for (const day of ['2026-01-01', '2026-02-28', '2027-12-31']) {
      const end = endOfLocalDay(day, zone);
      expect(localDate(end, zone)).toBe(day);
      expect(localDate(new Date(end.getTime() + 1), zone)).toBe(addCalendarDays(day, 1));
    }
  },
);

test.each(vectors.calendarDays)('$n calendar days after $from are $due ($note)', ({ from, n, due }) => {
  expect(addCalendarDays(from, n)).toBe(due);
});

test.each(vectors.hours72)('72 hours after $from are $due, holidays or not', ({ from, due }) => {
  expect(addHours(new Date(from), 72)).toEqual(new Date(due));
});

test('a day that is not in the calendar is refused', () => {
  expect(isLocalDate('2028-02-29')).toBe(true);
  for (const wrong of ['2026-02-29', '2026-13-01', '20261125', '2026-1-5', '']) {
    expect(isLocalDate(wrong), wrong).toBe(false);
    expect(() => addCalendarDays(wrong, 1)).toThrow(RangeError);
  }
});
