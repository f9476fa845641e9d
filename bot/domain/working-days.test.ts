import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCalendar } from './fixtures/seed.ts';
import vectors from './fixtures/working-days.json' with { type: 'json' };
import { addCalendarDays, localDate } from './local-date.ts';
import {
  addWithPause,
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  workingDayBefore,
} from './working-days.ts';

const calendar = seedCalendar();

describe('the table of hari kerja', () => {
  test.each(vectors.isWorkingDay)('$day $date: working day is $workingDay', ({ date, workingDay }) => {
    expect(isWorkingDay(calendar, date)).toBe(workingDay);
  });

  test.each(vectors.add)('$n days from $day $from end on $due ($note)', ({ from, n, due }) => {
    expect(addWorkingDays(calendar, from, n)).toEqual({ due, estimate: false });
  });

  test.each(vectors.pause)(
    'a citizen asked on $askedOn and heard on $answeredOn moves $dueWithoutPause to $due',
    (row) => {
      const { from, n, askedOn, answeredOn } = row;
      expect(addWithPause(calendar, from, n, [])).toEqual({ due: row.dueWithoutPause, estimate: false });
      expect(addWithPause(calendar, from, n, [{ askedOn, answeredOn }])).toEqual({
        due: row.due,
        estimate: false,
      });
    },
  );

  test.each(vectors.count)(
    '$workingDays working days lie after $after up to $upTo',
    ({ after, upTo, workingDays }) => {
      expect(countWorkingDays(calendar, after, upTo)).toBe(workingDays);
    },
  );

  test.each(vectors.outsideTable)('$note: $due is only an estimate', ({ from, n, due, estimate }) => {
    expect(addWorkingDays(calendar, from, n)).toEqual({ due, estimate });
  });

  test.each(vectors.years)('$year has $workingDays working days', ({ year, workingDays }) => {
    expect(countWorkingDays(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(workingDays);
  });
});

test('no days at all means the day of receipt, also on a Sunday', () => {
  expect(addWorkingDays(calendar, '2026-11-22', 0)).toEqual({ due: '2026-11-22', estimate: false });
});

test('a count that begins before the covered span is an estimate', () => {
  expect(addWorkingDays(calendar, '2025-12-30', 1).estimate).toBe(true);
  expect(addWorkingDays(calendar, '2025-12-31', 1).estimate).toBe(false);
});

test('an officer is asked on the last working day before the promise', () => {
  expect(workingDayBefore(calendar, '2026-11-23')).toBe('2026-11-20');
  expect(workingDayBefore(calendar, '2027-01-04')).toBe('2026-12-31');
});

test('half a day or a negative number of days is refused', () => {
  expect(() => addWorkingDays(calendar, '2026-11-20', 1.5)).toThrow(RangeError);
  expect(() => addWorkingDays(calendar, '2026-11-20', -1)).toThrow(RangeError);
});

describe('for every day and every number of days', () => {
  const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
  const instants = fc.date({ min: new Date('2026-01-02'), max: new Date('2027-08-01'), noInvalidDate: true });
  const days = fc.tuple(instants, zones).map(([instant, zone]) => localDate(instant, zone));
  const count = fc.integer({ min: 0, max: 60 });

  test('counting is the inverse of adding', () => {
    fc.assert(
      fc.property(days, count, (from, n) => {
        expect(countWorkingDays(calendar, from, addWorkingDays(calendar, from, n).due)).toBe(n);
      }),
    );
  });

  test('a deadline falls on a working day', () => {
    fc.assert(
      fc.property(days, count, (from, n) => {
        expect(n === 0 || isWorkingDay(calendar, addWorkingDays(calendar, from, n).due)).toBe(true);
      }),
    );
  });

  test('one who waits longer or writes later is never promised an earlier day', () => {
    fc.assert(
      fc.property(days, count, fc.integer({ min: 0, max: 30 }), (from, n, later) => {
        const { due } = addWorkingDays(calendar, from, n);
        expect(addWorkingDays(calendar, from, n + 1).due > due).toBe(true);
        expect(addWorkingDays(calendar, addCalendarDays(from, later), n).due >= due).toBe(true);
      }),
    );
  });

  test('a pause never shortens a promise', () => {
    fc.assert(
      fc.property(days, count, fc.integer({ min: 0, max: 20 }), (from, n, waited) => {
        const pause = { askedOn: from, answeredOn: addCalendarDays(from, waited) };
        expect(addWithPause(calendar, from, n, [pause]).due >= addWorkingDays(calendar, from, n).due).toBe(
          true,
        );
      }),
    );
  });
});
