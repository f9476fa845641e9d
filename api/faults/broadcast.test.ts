import { afterEach, expect, test } from 'vitest';
import { createEar } from '../bench/broadcast/ear.ts';
import { plantLetters } from '../bench/broadcast/plant.ts';
import { testKey, testSecret, testToken } from '../testing/hall.ts';
import type { Citizen } from './citizen.ts';
import { size } from './size.ts';
import { standOf, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

const letters = size(150, 1_500);
const silences = size(2, 10);
const retryAfter = 3;
/** A call that was on its way when silence was asked for is there after so long, also on a slow machine (milliseconds). */
const onTheWay = 1_000;
/** What a process has in hand goes, after the operator has said stop. */
const inHandMost = 60;

const rows = async (query: PromiseLike<readonly unknown[]>) => (await query).length;

test('letters to many people survive a stop by the operator, requests for silence and kill -9, and answers pass them', async () => {
  town = await openTown({ processes: 0, seed: 6 });
  const { emulator, database } = town;
  const ear = createEar(1_000);
  let heard = 0;
  town.watch(() => {
    for (const call of town.calls.slice(heard)) ear.hear(call);
    heard = town.calls.length;
  });
  const { sql } = database;
  const reaches = (what: string, isSo: () => boolean | Promise<boolean>, people: readonly Citizen[] = []) =>
    until(what, isSo, town.moved, () => standOf(town, people));

  await plantLetters(database.url, emulator, letters, { token: testToken, key: testKey });
  await emulator.call(testToken, 'setWebhook', {
    url: 'http://town.test/webhooks/telegram',
    secret_token: testSecret,
    drop_pending_updates: true,
  });
  await town.start();
  const early = town.newcomers(1);
  await reaches(
    'a report is filed while letters are stopped',
    () => early.every((one) => one.ticket()),
    early,
  );
  expect(ear.letters.size).toBe(0);

  emulator.faults.add({
    kind: 'throttle',
    from: 'call',
    method: 'sendMessage',
    share: 0.05,
    times: silences,
    retryAfter,
  });
  await sql`delete from bulk_pause`;
  await reaches('a third has come', () => ear.letters.size >= letters / 3);
  await sql`insert into bulk_pause (since) values (now())`;
  const stopped = ear.letters.size;
  await reaches(
    'nothing is in hand',
    async () => (await rows(sql`select 1 from letter where state = 'sending'`)) === 0,
  );
  const still = ear.letters.size;
  expect(still - stopped).toBeLessThanOrEqual(inHandMost);
  expect(still).toBeLessThan(letters);

  const beside = town.newcomers(2);
  await reaches('reports are filed beside it', () => beside.every((one) => one.ticket()), beside);
  expect(ear.letters.size).toBe(still);
  await sql`delete from bulk_pause`;
  await reaches('more have come', () => ear.letters.size >= still + 20);
  await town.processes.splice(0)[0]?.kill();
  const held = await rows(sql`select 1 from letter where state = 'sending'`);
  await sql`update letter set lease_until = now() where state = 'sending'`;
  await town.start();
  await reaches('all have come', () => ear.letters.size === letters);
  await reaches(
    'all are known to have come',
    async () => (await rows(sql`select 1 from letter where state <> 'sent'`)) === 0,
  );
  const doubled = [...ear.letters.values()].reduce((sum, times) => sum + times - 1, 0);
  console.log(
    `letters ${letters}, in hand at the kill ${held}, doubled ${doubled}, silences ${ear.silences.length}`,
  );
  expect(doubled).toBeLessThanOrEqual(held);
  expect(ear.silences.length).toBeGreaterThanOrEqual(silences);
  expect(ear.inSilence.filter((after) => after > onTheWay)).toEqual([]);
  expect(await wrongs(town, [...early, ...beside])).toEqual([]);
}, 600_000);
