import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededDice } from '../../bot/channels/emulator/dice.ts';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { keyOfMessage } from '../../db/sessions.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { size } from '../faults/size.ts';
import { testKey } from '../testing/hall.ts';
import { hushSignal } from './hushed-signal.ts';
import { type KilledHouse, startHouse } from './testing/killed-house.ts';
import { linkOn } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
let house: KilledHouse;
let unhush: () => void;

beforeEach(async () => {
  unhush = hushSignal();
  copy = await testDatabase();
  const seeding = connect(copy.url, { max: 1 });
  await seedCity(seeding, 'salatiga');
  await seeding.close();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
});
afterEach(async () => {
  await house.kill();
  await whatsApp.close();
  await copy.drop();
  unhush();
});

const kills = size(3, 100);
const people = 6;
/** So many wait at most, as a service that keeps up lets them. */
const waitingMost = 12;
/** A kill falls so many ticks after the process has begun, at most, and then within the work on one message (milliseconds). */
const ticksMost = 25;
const withinMessage = 15;

const seal = createSeal(testKey);
const keyOf = (lid: string, id: string): string =>
  keyOfMessage(seal, { channel: 'whatsapp-linked', account, id: lid }, `${lid}/${id}`);

const mailbox = () => {
  const [device] = whatsApp.devices.all();
  if (!device) throw new Error('no device is linked');
  return device.mailbox;
};

const start = () => startHouse({ databaseUrl: copy.url, whatsAppUrl: whatsApp.url, key: testKey });

/** What the dead held is free at once instead of after half a minute. */
const freeLease = () => copy.sql`update linked_device_lease set expires_at = now()`;

const decided = async (): Promise<ReadonlySet<string>> => {
  const rows = await copy.sql<{ key: string }[]>`select encode(key, 'hex') as key from inbox`;
  return new Set(rows.map(({ key }) => key));
};

const countOf = async (query: Promise<readonly { count: number }[]>): Promise<number> =>
  (await query)[0]?.count ?? 0;

test(`of what ${kills} kills -9 leave behind, ticked off and not decided, nothing is lost and nothing is decided twice`, async () => {
  const dice = seededDice(20_261_123);
  const all = Array.from({ length: people }, (_, i) => whatsApp.person(i + 1));
  const written = new Map<string, string>();
  let isOver = false;
  const writing = all.map(async (one) => {
    while (!isOver) {
      if (mailbox().waiting().length < waitingMost) {
        const id = await one.type('/bantuan');
        written.set(id, keyOf(one.lid, id));
      }
      await sleep(5 + dice() * 30);
    }
  });
  const undecided = async (): Promise<string[]> => {
    const known = await decided();
    return mailbox()
      .ticked()
      .flatMap(({ id }) => (known.has(written.get(id) ?? '') ? [] : id));
  };

  let saved = 0;
  house = await start();
  for (let nth = 0; nth < kills; nth++) {
    const from = mailbox().ticked().length;
    const after = 1 + Math.floor(dice() * ticksMost);
    await until(() => mailbox().ticked().length >= from + after, 60_000);
    await sleep(dice() * withinMessage);
    await house.kill();
    await until(() => whatsApp.online() === 0);
    saved += (await undecided()).length;
    await freeLease();
    house = await start();
  }
  isOver = true;
  await Promise.all(writing);
  await until(() => mailbox().waiting().length === 0, 60_000);
  const end = Date.now() + 60_000;
  while ((await decided()).size < written.size && Date.now() < end) await sleep(100);

  const lost = await undecided();
  const letters = await countOf(copy.sql`select count(*)::int as count from letter`);
  const again = all.reduce((sum, { who }) => sum + who.asked.length, 0);
  const errors = mailbox()
    .ticked()
    .filter(({ error }) => error !== undefined).length;
  console.log(
    `kills ${kills}, messages ${written.size}, ticked off but not decided at a kill ${saved}, of them lost ${lost.length}, decided twice ${letters - (await decided()).size}, asked for again ${again}, refused ${errors}`,
  );
  expect(lost).toEqual([]);
  expect([...(await decided())].sort()).toEqual([...written.values()].sort());
  expect(letters).toBe(written.size);
  expect(
    await countOf(
      copy.sql`select count(*)::int as count from linked_device_message where stanza is not null`,
    ),
  ).toBe(0);
}, 3_600_000);
