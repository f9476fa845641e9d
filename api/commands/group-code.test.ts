import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { firstUnit, newGroupId, somebody } from '../testing/office-group.ts';
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

test('the printed code links the group of its office', async () => {
  const unit = await firstUnit(house);
  const printed = await place.run('pendopo', `group-code ${unit}`);
  expect(printed).toMatchObject({ code: 0, err: '' });
  expect(printed.out).toContain('One-time code for the group of Badan ');
  const [, code = ''] = /\/hubungkan (\S+)/.exec(printed.out) ?? [];
  const supervisor = await somebody(house, 'Sri', ['supervisor']);
  const group = house.emulator.group({ id: newGroupId(), title: 'Grup Contoh' });
  group.as(supervisor.person).type(`/hubungkan ${code}`);
  expect((await group.next()).text).toMatch(/^Grup ini sekarang ruang kerja Badan /);
});

test('for machines it prints the code and until when it may be used', async () => {
  const { out } = await place.run('pendopo', `group-code ${await firstUnit(house)} --json`);
  const { code, expiresAt } = JSON.parse(out);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(71.9);
  expect(hours).toBeLessThanOrEqual(72);
});

test('there is no code for an office that nobody knows', async () => {
  expect(await place.run('pendopo', 'group-code NOWHERE')).toMatchObject({
    code: 1,
    err: expect.stringContaining('No office has this code'),
  });
  expect(await place.run('pendopo', 'group-code')).toMatchObject({ code: 2 });
});
