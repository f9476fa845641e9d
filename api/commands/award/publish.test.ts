import { afterAll, beforeAll, expect, test } from 'vitest';
import { awardSteps } from '../../testing/award-steps.ts';
import { countedAward, workedExample } from '../../testing/counted-award.ts';
import { openTestHall, type TestHall, testKey } from '../../testing/hall.ts';
import { openOffice } from '../../testing/staff.ts';
import { type Workplace, workplace } from '../testing/run-program.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-08-03');
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

test('the operator publishes what the committee decided about a small turnout, and decides in its time', async () => {
  const { moveTo } = awardSteps(house);
  const counted = await countedAward(house, workedExample, { roll: 100 });
  const run = (words: string) => place.run('pendopo', words);
  expect(await run('award publish ASN-2026')).toMatchObject({
    code: 1,
    err: expect.stringContaining('pelaksana: its vote has no quorum.'),
  });
  expect(await run('award publish ASN-2026 --rank pelaksana')).toMatchObject({ code: 2 });
  const told = await run('award publish ASN-2026 --rank pelaksana --minutes Rapat-12-November');
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toContain('  1. Ani Lestari, 78.68 (by total)\n  2. Budi Raharjo, 78.29');
  expect(JSON.parse((await run('award publish ASN-2026 --json')).out)).toMatchObject({
    is: 'unchanged',
    ties: [],
  });
  expect(await run('award decide ASN-2026')).toMatchObject({
    code: 1,
    err: expect.stringContaining('The decision begins on 2026-'),
  });
  await moveTo(counted, 'keputusan');
  const decided = await run('award decide ASN-2026');
  expect(decided).toMatchObject({ code: 0, err: '' });
  expect(decided.out).toMatch(/pelaksana: Ani Lestari, .+; certificate SRT-2026-\w{6}\./);
}, 120_000);
