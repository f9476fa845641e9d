import { describe, expect, test } from 'vitest';
import { actingFor } from './absence.ts';
import { closingTime, type Duty, nextDuty, onDuty } from './duty-hours.ts';
import { seedCalendar } from './fixtures/seed.ts';

const duty: Duty<string> = {
  zone: 'Asia/Jakarta',
  calendar: seedCalendar(),
  hours: [
    { days: [1, 2, 3, 4], opens: '07.30', closes: '16.00' },
    { days: [5], opens: '07.30', closes: '14.30' },
  ],
  roster: [],
  absences: [],
};
const wib = (local: string) => new Date(`${local}:00+07:00`);

describe('without a roster everybody is on duty in office hours', () => {
  test.each([
    ['Friday morning', '2026-11-20T07:30', true],
    ['a minute before', '2026-11-20T07:29', false],
    ['Friday afternoon', '2026-11-20T14:30', false],
    ['Thursday at the same hour', '2026-11-19T14:30', true],
    ['Saturday', '2026-11-21T09:00', false],
    ['cuti bersama', '2026-12-24T09:00', false],
    ['at night', '2026-11-19T23:30', false],
  ])('%s', (_, moment, there) => {
    expect(onDuty('sari', wib(moment), duty)).toBe(there);
  });

  test('in the east the office opens two hours earlier than in the west', () => {
    const east = { ...duty, zone: 'Asia/Jayapura' };
    expect(onDuty('sari', wib('2026-11-20T05:30'), east)).toBe(true);
    expect(onDuty('sari', wib('2026-11-20T05:30'), duty)).toBe(false);
  });
});

describe('what cannot be said now is said', () => {
  test.each([
    ['at once to one on duty', '2026-11-20T09:10', '2026-11-20T09:10'],
    ['in the morning to one not yet there', '2026-11-20T05:00', '2026-11-20T07:30'],
    ['on Monday to one gone home on Friday', '2026-11-20T14:30', '2026-11-23T07:30'],
    ['after Christmas, cuti bersama and the weekend', '2026-12-23T16:00', '2026-12-28T07:30'],
  ])('%s', (_, moment, next) => {
    expect(nextDuty('sari', wib(moment), duty)).toEqual(wib(next));
  });

  test('after the leave to one who is away', () => {
    const absences = [{ person: 'sari', from: '2026-11-20', until: '2026-11-24', standIn: 'budi' }];
    expect(nextDuty('sari', wib('2026-11-20T09:00'), { ...duty, absences })).toEqual(wib('2026-11-25T07:30'));
  });

  test('never to one whose leave does not end', () => {
    const absences = [{ person: 'sari', from: '2026-11-20', until: '2028-01-01' }];
    expect(nextDuty('sari', wib('2026-11-20T09:00'), { ...duty, absences })).toBeUndefined();
  });
});

describe('with a roster only those on duty are written to', () => {
  const roster = [
    { person: 'sari', from: '2026-11-16', until: '2026-11-20' },
    { person: 'budi', from: '2026-11-21', until: '2026-11-22', opens: '08.00', closes: '20.00' },
  ];
  const rostered = { ...duty, roster };

  test('on their days', () => {
    expect(onDuty('sari', wib('2026-11-20T09:00'), rostered)).toBe(true);
    expect(onDuty('budi', wib('2026-11-20T09:00'), rostered)).toBe(false);
  });

  test('on a weekend where the shift has its own hours', () => {
    expect(onDuty('budi', wib('2026-11-21T19:59'), rostered)).toBe(true);
    expect(onDuty('budi', wib('2026-11-21T20:00'), rostered)).toBe(false);
    expect(nextDuty('budi', wib('2026-11-20T09:00'), rostered)).toEqual(wib('2026-11-21T08:00'));
  });

  test('and their stand-ins while they are away', () => {
    const absences = [{ person: 'sari', from: '2026-11-20', until: '2026-11-20', standIn: 'dewi' }];
    expect(onDuty('sari', wib('2026-11-20T09:00'), { ...rostered, absences })).toBe(false);
    expect(onDuty('dewi', wib('2026-11-20T09:00'), { ...rostered, absences })).toBe(true);
    expect(onDuty('dewi', wib('2026-11-19T09:00'), { ...rostered, absences })).toBe(false);
  });
});

test('in Ramadan the office keeps other hours', () => {
  const hours = [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }];
  const fasting = { ...duty, seasons: [{ from: '2027-02-08', until: '2027-03-09', hours }] };
  expect(onDuty('sari', wib('2027-02-10T07:30'), fasting)).toBe(false);
  expect(closingTime('2027-02-10', fasting)).toEqual(wib('2027-02-10T15:00'));
  expect(closingTime('2027-02-03', fasting)).toEqual(wib('2027-02-03T16:00'));
  expect(closingTime('2026-12-25', duty)).toBeUndefined();
});

describe('the work of one who is away', () => {
  const away = (person: string, standIn?: string) => ({
    person,
    from: '2026-11-20',
    until: '2026-11-24',
    ...(standIn && { standIn }),
  });

  test('goes to the stand-in, and to the stand-in of that one', () => {
    expect(actingFor('sari', '2026-11-20', [away('sari', 'budi')])).toBe('budi');
    expect(actingFor('sari', '2026-11-20', [away('sari', 'budi'), away('budi', 'dewi')])).toBe('dewi');
    expect(actingFor('sari', '2026-11-25', [away('sari', 'budi')])).toBe('sari');
  });

  test('goes to nobody when nobody was named or two name each other', () => {
    expect(actingFor('sari', '2026-11-20', [away('sari')])).toBeUndefined();
    expect(actingFor('sari', '2026-11-20', [away('sari', 'budi'), away('budi', 'sari')])).toBeUndefined();
  });
});
