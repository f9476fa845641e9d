import { afterAll, beforeAll, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({
    DATABASE_URL: house.databaseUrl,
    DEMO: '1',
    APP_KEY: testKey.toString('base64'),
  });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

test('the printed code links the chat of its employee', async () => {
  const nip = await hireSomebody(house.hall.database.sql);
  const printed = await place.run('pendopo', `activate ${nip}`);
  expect(printed).toMatchObject({ code: 0, err: '' });
  expect(printed.out).toContain('One-time code for Sri Wahyuni, S.E.: ');
  const [, code] = /\/masuk (\S+)/.exec(printed.out) ?? [];
  await playTranscript(`> /masuk ${code}\nChat ini sekarang terhubung…`, house.actor());
});

test('for machines it prints the code and until when it may be used', async () => {
  const nip = await hireSomebody(house.hall.database.sql);
  const { out } = await place.run('pendopo', `activate ${nip} --json`);
  const { code, expiresAt } = JSON.parse(out);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(71.9);
  expect(hours).toBeLessThanOrEqual(72);
});

test('nobody gets a code for a number that is unknown, or of somebody who has left', async () => {
  const left = await hireSomebody(house.hall.database.sql, { active: false });
  expect(await place.run('pendopo', 'activate 198503122010012999')).toMatchObject({
    code: 1,
    err: expect.stringContaining('No employee has this number'),
  });
  expect(await place.run('pendopo', `activate ${left}`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('no longer works here'),
  });
  expect(await place.run('pendopo', 'activate')).toMatchObject({ code: 2 });
});
