import { expect, test } from 'vitest';
import { scheduleOf, startingMilestones } from './milestones.ts';
import { isAgain, planOf } from './plan.ts';
import { office, training } from './testing/people.ts';

const worker = { office, leave: [] };
const days = (changes: Parameters<typeof training>[0]) =>
  planOf(training(changes), startingMilestones, worker).map(({ milestone, on }) => `${milestone} ${on}`);

test('a training is spoken of 30, 14, 7, 3 and 1 day before, on its day, and once when it is late', () => {
  expect(days({})).toEqual([
    '30 2026-10-28',
    '14 2026-11-13',
    '7 2026-11-20',
    '3 2026-11-24',
    '1 2026-11-26',
    '0 2026-11-27',
    '-1 2026-11-30',
  ]);
});

test('a registration that is over is not spoken of', () => {
  expect(days({ kind: 'register' }).at(-1)).toBe('0 2026-11-27');
});

test("the year's hours are spoken of at the quarters' ends and before the last month, on days of work", () => {
  const about = { kind: 'jp_pace' as const, due: '2027-12-31' };
  expect(days(about)).toEqual([
    '03-31 2027-03-31',
    '06-30 2027-06-30',
    '09-30 2027-09-30',
    '11-30 2027-11-30',
  ]);
  expect(days({ kind: 'jp_pace', due: '2028-12-31' })[2]).toBe('09-30 2028-10-02');
});

test('a deadline in the Lebaran holidays is called out on the last day before them', () => {
  expect(days({ due: '2026-03-22' }).slice(-4)).toEqual([
    '3 2026-03-17',
    '1 2026-03-17',
    '0 2026-03-17',
    '-1 2026-03-25',
  ]);
});

test('an occasion in the holidays with days of work left before the deadline comes after them', () => {
  expect(days({ due: '2026-03-26' }).filter((one) => /^[37] /.test(one))).toEqual([
    '7 2026-03-25',
    '3 2026-03-25',
  ]);
});

test.each([
  ['2026-11-23', 'again:2026-11-23'],
  ['2026-12-01', 'again:2026-12-01'],
])('a snooze until %s is an occasion of its own', (until, milestone) => {
  const plan = planOf(training({ snoozedUntil: until }), startingMilestones, worker);
  expect(plan).toContainEqual({ milestone, on: until });
  expect(plan.filter((one) => isAgain(one.milestone))).toHaveLength(1);
});

test('a snooze past the end of a registration brings nothing back', () => {
  expect(days({ kind: 'register', snoozedUntil: '2026-11-30' }).at(-1)).toBe('0 2026-11-27');
});

test.each([
  ['kgb', 90],
  ['pensiun', 365],
  ['kontrak', 180],
  ['sumpah_jabatan', 30],
  ['constructor', 30],
])('a date of the kind %s is first spoken of %i days before', (about, first) => {
  const reason = { about, source: 'personnel_file' as const, asker: 'BKPSDM', asOf: '2026-01-02' };
  const schedule = scheduleOf(training({ kind: 'date', reason }), startingMilestones);
  expect('daysLeft' in schedule && schedule.daysLeft[0]).toBe(first);
});
