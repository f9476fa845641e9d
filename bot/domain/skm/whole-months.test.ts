import { expect, test } from 'vitest';
import { readPeriod } from './survey-period.ts';
import { wholeMonths } from './whole-months.ts';

test.each([
  ['2026', '2026'],
  ['2026-S2', '2026-S2'],
  ['2026-Q1', '2026-Q1'],
  ['2026-02', '2026-02'],
  ['2026-07-01..2026-11-20', '2026-07-01..2026-11-30'],
  ['2026-11-10..2026-11-10', '2026-11-01..2026-11-30'],
  ['2028-01-31..2028-02-01', '2028-01-01..2028-02-29'],
  ['2026-12-31..2027-02-28', '2026-12-01..2027-02-28'],
])('%s is shown as %s', (asked, name) => {
  const period = readPeriod(asked);
  if ('refused' in period) throw new Error(period.refused);
  const whole = wholeMonths(period);
  expect(whole.name).toBe(name);
  expect(whole.from.slice(8)).toBe('01');
  expect(readPeriod(name)).toMatchObject({ from: whole.from, until: whole.until });
});
