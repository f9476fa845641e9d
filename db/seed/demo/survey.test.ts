import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPeriod } from '../../../bot/domain/skm/survey-period.ts';
import { skmResults } from '../../reads/skm-results.ts';
import { seedDemo } from './index.ts';
import { type DemoHall, demoHall, seal, until } from './testing.ts';

let hall: DemoHall;
beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

const results = (text: string, by: 'counted' | 'shown') => {
  const period = readPeriod(text);
  if ('refused' in period) throw new Error(text);
  return skmResults(hall.database.sql, hall.city, { period, by });
};

test('offices that have begun show an index of three months, all of it fit to be seen, and none of the running month', async () => {
  const shown = await results('2026', 'shown');
  expect(shown).toEqual(await results('2026', 'counted'));
  const offices = shown.filter(({ service, respondents }) => service === null && respondents > 0);
  expect(offices.length).toBeGreaterThanOrEqual(3);
  for (const { index } of offices) expect(Number(index?.ikm)).toBeGreaterThan(60);
  const small = shown.filter(
    ({ service, respondents }) => service !== null && respondents > 0 && respondents < 15,
  );
  expect(small).toEqual([]);
  expect((await results('2026-11', 'counted')).every(({ respondents }) => respondents === 0)).toBe(true);
});

test('are written once', async () => {
  const [before] = await hall.sql`select count(*) from skm_answer`;
  await seedDemo(hall.database, seal, { until });
  expect(await hall.sql`select count(*) from skm_answer`).toEqual([before]);
});
