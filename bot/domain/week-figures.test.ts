import { describe, expect, test } from 'vitest';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import type { ClockFacts } from './report-clocks.ts';
import { mondayOf, noFigures, openFigures, pastFigures } from './week-figures.ts';

const rules = { calendar: seedCalendar(), deadlines: seedCategories().deadlines };
const sure = (due: string) => ({ due, estimate: false });
const facts: ClockFacts = {
  state: 'diproses',
  since: '2026-11-20',
  verify: sure('2026-11-25'),
  firstAnswer: sure('2026-11-27'),
  settle: sure('2026-12-10'),
  verifiedOn: '2026-11-20',
  askings: [],
  plans: [],
  extensionsBefore: 0,
};

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
])('the week of %s began on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

describe('an open report counts as late', () => {
  test.each([
    ['2026-11-27', 0],
    ['2026-11-28', 1],
  ])('on %s without an answer: %i', (today, late) => {
    expect(openFigures(facts, rules, today)).toEqual({ ...noFigures, open: 1, late });
  });

  test('no more while the citizen is asked, and then as waiting', () => {
    const asked: ClockFacts = { ...facts, state: 'menunggu_warga', askings: [{ askedOn: '2026-11-26' }] };
    expect(openFigures(asked, rules, '2026-12-01')).toEqual({ ...noFigures, open: 1, waiting: 1 });
  });
});

describe('the week before', () => {
  test.each([
    ['2026-11-27', { answered: 1, timely: 1 }],
    ['2026-11-29', { answered: 1, timely: 0 }],
    ['2026-11-22', {}],
    ['2026-11-30', {}],
  ])('holds a first answer of %s: %j', (answeredOn, more) => {
    expect(pastFigures({ ...facts, answeredOn }, rules, '2026-11-30')).toEqual({ ...noFigures, ...more });
  });

  test('holds what was called done in it', () => {
    const done: ClockFacts = {
      ...facts,
      state: 'ditindaklanjuti',
      answeredOn: '2026-11-20',
      settledOn: '2026-11-24',
    };
    expect(pastFigures(done, rules, '2026-11-30')).toEqual({ ...noFigures, solved: 1 });
    expect(pastFigures(done, rules, '2026-12-07')).toEqual(noFigures);
  });
});
