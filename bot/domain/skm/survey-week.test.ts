import { describe, expect, test } from 'vitest';
import { type Proposal, proposalsOf } from './proposals.ts';
import { resultOf, type SkmResult } from './result.ts';
import { surveyPeriod } from './survey-period.ts';
import { weekFigures } from './survey-week.ts';
import { tallyOf } from './testing/tallies.ts';
import { usualLowRule } from './trend.ts';

const unit = { code: 'disdukcapil', name: 'Disdukcapil' };
const alike = (respondents: number, answer: number) =>
  tallyOf(respondents, () => ({ sum: respondents * answer, count: respondents }));

/** A month of a unit: so many forms of one answer, of which so many were flagged. */
const month = (day: string, respondents: number, answer: number, flagged = 0): SkmResult =>
  resultOf(
    { unit, service: null, period: surveyPeriod(day), users: null },
    { all: alike(respondents, answer), unflagged: alike(respondents - flagged, answer) },
    'exact',
  );

describe('beside the month before, the index', () => {
  test.each([
    [2, 'up', '50.00'],
    [3, 'same', '75.00'],
    [4, 'down', '100.00'],
  ] as const)('of 3 after %s went %s', (was, is, value) => {
    const { standing } = weekFigures(month('2026-12-13', 9, 3), month('2026-11-13', 9, was));
    expect(standing).toMatchObject({ respondents: 9, index: { ikm: '75.00' }, trend: { is, was: value } });
  });

  test('stands alone where few or none answered then, and nowhere where few answer now', () => {
    const now = month('2026-12-13', 5, 3);
    expect(weekFigures(now, month('2026-11-13', 4, 3)).standing).toMatchObject({ trend: null });
    expect(weekFigures(now, undefined).standing).toMatchObject({ trend: null });
    expect(weekFigures(month('2026-12-13', 4, 3), now)).toEqual({ standing: null, without: null });
    expect(weekFigures(undefined, now)).toEqual({ standing: null, without: null });
  });
});

test.each([
  [20, 0, null],
  [20, 4, null],
  [20, 5, '75.00'],
  [9, 5, null],
  [10, 5, '75.00'],
])('of %s forms with %s odd ones, the index without these is %s', (respondents, odd, without) => {
  expect(weekFigures(month('2026-12-13', respondents, 3, odd), undefined).without).toBe(without);
});

describe('what is proposed', () => {
  const proposed = (before: readonly SkmResult[], now: readonly SkmResult[]): string[] =>
    proposalsOf(before, now, usualLowRule).map(
      ({ element, was, value, period }: Proposal) => `${period.name} ${element} ${was} ${value}`,
    );

  test('are elements low in both periods, with both values', () => {
    const found = proposed([month('2026-10-13', 9, 2)], [month('2026-11-13', 9, 3)]);
    expect(found).toHaveLength(9);
    expect(found[2]).toBe('2026-11 waktu 50.00 75.00');
  });

  test('nothing of a single service, of a unit that was not there before, or where one period was good', () => {
    const low = month('2026-11-13', 9, 2);
    const service = { code: 'ktp', name: 'KTP' };
    expect(proposed([{ ...low, service }], [{ ...low, service }])).toEqual([]);
    expect(proposed([], [low])).toEqual([]);
    expect(proposed([month('2026-10-13', 9, 4)], [low])).toEqual([]);
  });
});
