import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { openHall } from '../hall.ts';
import { keptLog, testKey, testToken } from '../testing/hall.ts';
import { openWorkerHall, type WorkerHall } from './testing/worker-hall.ts';

let house: WorkerHall;
beforeAll(async () => {
  house = await openWorkerHall();
});
afterAll(() => house?.close());

/** Somebody else of the house, such as a Node process, leaves a letter and goes. */
const leaveLetter = async (to: number, words: string) => {
  const database = connect(house.databaseUrl);
  const seal = createSeal(testKey);
  const hall = await openHall({ database, seal, log: keptLog(), publicUrl: 'https://sapa.example' });
  const session = await hall.sessions.open({ channel: 'telegram', account: '4242', id: String(to) }, true);
  const letter = { say: { text: { literal: words } }, lane: 'interactive' } as const;
  await hall.sessions.post(session, [letter]);
  await database.close();
};

test('a letter that was left is delivered with the minute', async () => {
  const wati = house.actor();
  await wati.type('halo');
  await wati.seen();
  await leaveLetter(wati.phone.person.id, 'Surat yang tertinggal.');
  expect(await house.worker.tick(new Date())).toMatchObject({ outcome: 'ok' });
  expect((await wati.seen()).map(({ text }) => text)).toEqual(['Surat yang tertinggal.']);
  const [row] = await house.sql`select state, body from letter order by id desc limit 1`;
  expect(row).toEqual({ state: 'sent', body: null });
});

test('Telegram learns the commands through telegraf, and is not told them twice', async () => {
  const told = () => house.emulator.calls(testToken).filter(({ method }) => method === 'setMyCommands');
  const tenPast = new Date('2026-11-20T03:10:00Z');
  await house.worker.tick(tenPast);
  expect(told().map(({ ok, params }) => [ok, params.language_code])).toEqual([
    [true, undefined],
    [true, 'jv'],
    [true, 'en'],
  ]);
  await house.worker.tick(tenPast);
  expect(told()).toHaveLength(3);
});

test('what has been kept long enough is forgotten at night by the wall clocks of the city', async () => {
  await house.sql`insert into dead_update (key, channel, account, reason, first_at)
    values ('\\x01', 'telegram', '4242', 'test', now() - interval '15 days')`;
  const left = async () => (await house.sql`select from dead_update`).length;
  await house.worker.tick(new Date('2026-11-20T03:20:00Z'));
  expect(await left()).toBe(1);
  await house.worker.tick(new Date('2026-11-20T20:20:00Z'));
  expect(await left()).toBe(0);
});

test('a tick while the database is away fails nobody and says so once', async () => {
  await house.gate.shut();
  expect(await house.worker.tick(new Date())).toMatchObject({ outcome: 'ok' });
  await house.gate.open();
  expect(house.worker.lines().filter(({ event }) => event === 'tick-missed')).toHaveLength(1);
});
