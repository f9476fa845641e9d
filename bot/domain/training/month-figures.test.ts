import { expect, test } from 'vitest';
import { lastDayOf, monthFigures, monthStanding, told } from './month-figures.ts';
import { usualTraining } from './training-rules.ts';

test('a month ends on its last day, in leap years too', () => {
  expect(['2026-02', '2028-02', '2026-11', '2026-12'].map(lastDayOf)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-11-30',
    '2026-12-31',
  ]);
});

test('a month counts who has reached the target, who lags behind the plan by its end, and what was added in it', () => {
  const people = [
    { kind: 'pns', year: 2000, month: 800 },
    { kind: 'pns', year: 1500, month: 250 },
    { kind: 'pns', year: 1499, month: 0 },
    { kind: 'pppk', year: 400, month: 400 },
  ] as const;
  const at = (month: string) => monthFigures(people.map((one) => monthStanding(one, month, usualTraining)));
  expect(at('2026-10')).toEqual({
    people: 4,
    owing: 3,
    reached: 1,
    behind: 1,
    learners: 3,
    jp: 1450,
  });
  expect(at('2026-11').behind).toBe(2);
});

test('few people are told as some', () => {
  expect([0, 1, 4, 5, 40].map(told)).toEqual(['none', 'some', 'some', 5, 40]);
});
