import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEmulator } from '../../bot/channels/telegram/emulator/index.ts';
import { openTestHall, type TestHall, testKey, testToken } from '../testing/hall.ts';
import { fileReport } from '../testing/staff.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let telegram: Awaited<ReturnType<typeof serveEmulator>>;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  telegram = await serveEmulator(house.emulator);
  place = await workplace({
    DATABASE_URL: house.databaseUrl,
    DEMO: '1',
    APP_KEY: testKey.toString('base64'),
    TELEGRAM_BOT_TOKEN: testToken,
    TELEGRAM_API_ROOT: telegram.url,
  });
});
afterAll(async () => {
  await place.leave();
  await telegram.close();
  await house.close();
});

test('what the clock does to a report on a day to come is told before the command ends, and once', async () => {
  const Ani = house.actor({ firstName: 'Ani' });
  const ticket = await fileReport(house, { actor: Ani });
  await Ani.seen();
  const [row] = await house.hall.database.sql<
    { due: string }[]
  >`select first_answer_due::text as due from report where ticket = ${ticket}`;
  const job = (hour: string) => place.run('pendopo', `job escalate-reports --at ${row?.due}T${hour} --json`);
  expect(JSON.parse((await job('09:00')).out)).toMatchObject({ did: 0, letters: { written: 0 } });
  const ran = await job('17:30');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(ran.out)).toMatchObject({ did: 1, letters: { written: 1, waiting: 0 } });
  expect((await Ani.seen()).map(({ text }) => text)).toEqual([
    expect.stringMatching(new RegExp(`^Mohon maaf, laporan ${ticket} belum selesai`)),
  ]);
  expect(JSON.parse((await job('18:00')).out)).toMatchObject({ did: 0, letters: { written: 0 } });
});
