import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, endOfLocalDay } from '../local-date.ts';
import { type Calendar, isWorkingDay } from '../working-days.ts';
import { prolong, restart } from './change-schedule.ts';
import { layPhases, phaseNames, usualDays } from './phase.ts';
import { isIn, isPast, type Schedule, type Standing, standingAt } from './standing.ts';

const zone = 'Asia/Jakarta';
const calendar: Calendar = {
  holidays: new Set(),
  coveredFrom: '2027-01-01',
  coveredUntil: '2027-12-31',
};
const { phases } = layPhases(calendar, '2027-09-13');
const schedule: Schedule = { phases, again: [] };
const at = (day: string, furthest?: Standing, on = schedule) =>
  standingAt(on, endOfLocalDay(day, zone), zone, furthest);

describe('the phases of the example year', () => {
  test('are those of the table, from 13 September to 22 November 2027', () => {
    expect(phases.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['sosialisasi', '2027-09-13', '2027-09-24'],
      ['nominasi', '2027-09-27', '2027-10-08'],
      ['verifikasi', '2027-10-11', '2027-10-15'],
      ['koreksi', '2027-10-18', '2027-10-20'],
      ['penilaian', '2027-10-21', '2027-11-03'],
      ['pemungutan_suara', '2027-11-04', '2027-11-10'],
      ['rekap', '2027-11-11', '2027-11-12'],
      ['masa_sanggah', '2027-11-15', '2027-11-17'],
      ['keputusan', '2027-11-18', '2027-11-22'],
    ]);
  });

  test('that begin on a Saturday begin on the Monday after', () => {
    expect(layPhases(calendar, '2027-09-11').phases).toEqual(phases);
  });

  test('are an estimate where no holidays are decreed yet', () => {
    expect(layPhases(calendar, '2027-09-13').estimate).toBe(false);
    expect(layPhases(calendar, '2027-11-15').estimate).toBe(true);
  });

  test('last a working day at least', () => {
    expect(() => layPhases(calendar, '2027-09-13', { ...usualDays, rekap: 0 })).toThrow(RangeError);
  });
});

const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });

test('phases have the days they were given, all of them of work, and neither overlap nor leave a working day out', () => {
  fc.assert(
    fc.property(
      holidays,
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 9, maxLength: 9 }),
      (free, begins, numbers) => {
        const some = { ...calendar, holidays: new Set(free.map((n) => addCalendarDays('2027-01-01', n))) };
        const days = Object.fromEntries(phaseNames.map((name, i) => [name, numbers[i]])) as typeof usualDays;
        const laid = layPhases(some, addCalendarDays('2027-01-01', begins), days).phases;
        let day = addCalendarDays('2027-01-01', begins);
        for (const phase of laid) {
          let worked = 0;
          for (; day <= phase.until; day = addCalendarDays(day, 1)) {
            if (!isWorkingDay(some, day)) continue;
            if (worked === 0) expect(day).toBe(phase.from);
            worked += 1;
          }
          expect(worked).toBe(days[phase.name]);
          expect(isWorkingDay(some, phase.until)).toBe(true);
        }
      },
    ),
  );
});

describe('where a cycle stands', () => {
  test('is told to the second at the end of the vote, by the clock of the agency', () => {
    const closes = new Date('2027-11-10T16:59:59.999Z');
    expect(standingAt(schedule, closes, zone)).toEqual({ run: 0, is: 'in', phase: 'pemungutan_suara' });
    expect(standingAt(schedule, new Date(closes.getTime() + 1), zone)).toMatchObject({ phase: 'rekap' });
    expect(standingAt(schedule, new Date('2027-11-03T16:59:59.999Z'), zone)).toMatchObject({
      phase: 'penilaian',
    });
    expect(isIn(standingAt(schedule, new Date('2027-11-03T17:00:00.000Z'), zone), 'pemungutan_suara')).toBe(
      true,
    );
  });

  test('is before it, between two phases on a weekend, and behind it', () => {
    expect(at('2027-09-12')).toEqual({ run: 0, is: 'before' });
    expect(at('2027-10-09')).toEqual({ run: 0, is: 'after', phase: 'nominasi' });
    expect(at('2027-12-24')).toEqual({ run: 0, is: 'after', phase: 'keputusan' });
    expect(isPast(at('2027-10-08'), 'nominasi')).toBe(false);
    expect(isPast(at('2027-10-09'), 'nominasi')).toBe(true);
  });
});

const days = fc.integer({ min: 0, max: 100 }).map((n) => addCalendarDays('2027-09-01', n));

test('a clock that was moved back reopens nothing, however it jumps', () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 2, maxLength: 8 }), (all) => {
      let furthest: Standing | undefined;
      let latest = '';
      for (const day of all) {
        furthest = at(day, furthest);
        latest = day > latest ? day : latest;
        expect(furthest).toEqual(at(latest));
      }
    }),
  );
});

describe('a vote below its quorum', () => {
  const below = prolong(schedule, calendar, { name: 'pemungutan_suara', days: 3, decidedOn: '2027-11-11' });

  test('is prolonged once by three working days, and what follows moves behind it', () => {
    expect(below.schedule.phases.slice(5)).toEqual([
      { name: 'pemungutan_suara', days: 8, from: '2027-11-04', until: '2027-11-15' },
      { name: 'rekap', days: 2, from: '2027-11-16', until: '2027-11-17' },
      { name: 'masa_sanggah', days: 3, from: '2027-11-18', until: '2027-11-22' },
      { name: 'keputusan', days: 3, from: '2027-11-23', until: '2027-11-25' },
    ]);
    expect(below.schedule.phases.slice(0, 5)).toEqual(phases.slice(0, 5));
  });

  test('is open again although it had ended, and nothing before it is', () => {
    const ended = at('2027-11-11');
    expect(isPast(ended, 'pemungutan_suara')).toBe(true);
    expect(at('2027-11-11', ended, below.schedule)).toEqual({ run: 1, is: 'in', phase: 'pemungutan_suara' });
    expect(at('2027-10-01', ended, below.schedule)).toEqual({ run: 1, is: 'after', phase: 'penilaian' });
    const again = at('2027-11-16', ended, below.schedule);
    expect(at('2027-11-12', again, below.schedule)).toMatchObject({ is: 'in', phase: 'rekap' });
  });

  test('loses no day when that is decided late, nor by being decided early', () => {
    const until = (decidedOn: string) =>
      prolong(schedule, calendar, { name: 'pemungutan_suara', days: 3, decidedOn }).schedule.phases[5]?.until;
    expect(until('2027-11-18')).toBe('2027-11-22');
    expect(until('2027-11-09')).toBe('2027-11-15');
  });
});

test('a changed result begins the time for objections anew on the next working day', () => {
  const { schedule: anew } = restart(schedule, calendar, { name: 'masa_sanggah', decidedOn: '2027-11-19' });
  expect(anew.phases.slice(7)).toEqual([
    { name: 'masa_sanggah', days: 3, from: '2027-11-22', until: '2027-11-24' },
    { name: 'keputusan', days: 3, from: '2027-11-25', until: '2027-11-29' },
  ]);
  expect(at('2027-11-22', at('2027-11-19'), anew)).toEqual({ run: 1, is: 'in', phase: 'masa_sanggah' });
});
