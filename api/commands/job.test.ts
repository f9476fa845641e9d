import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEmulator } from '../../bot/channels/telegram/emulator/index.ts';
import { openTestHall, type TestHall, testKey, testToken } from '../testing/hall.ts';
import { fileReport, linkStaff } from '../testing/staff.ts';
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

test('reminders of a day to come are written and read before the command ends, whatever day it is', async () => {
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  await house.hall.database
    .sql`insert into training (code, title, provider, form, jp, complete_by, mandatory_units, listed_on)
    values ('PP-01', 'Pelayanan Prima', 'BKPSDM', 'e_learning', 800, '2027-01-22', '{dinas_perhubungan}', '2026-01-02')`;
  const job = async (at: string) =>
    JSON.parse((await place.run('pendopo', `job remind-training --at ${at} --json`)).out);
  expect(await job('2027-01-19T08:30')).toMatchObject({ did: 1, letters: { written: 1, waiting: 0 } });
  expect((await Rina.seen()).map(({ text }) => text)).toEqual([
    expect.stringContaining('Jumat, 22 Jan, 3 hari kerja lagi'),
  ]);
  expect(await job('2027-01-19T09:30')).toMatchObject({ did: 0, letters: { written: 0 } });
  expect(await job('2027-01-21T08:30')).toMatchObject({ did: 1, letters: { written: 1, waiting: 0 } });
  expect(await job('2027-01-23T08:30')).toMatchObject({ did: 0 });
  await house.hall.database.sql`delete from training`;
});
