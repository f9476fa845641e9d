import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { deviceOn, linkOn } from '../testing/on-whatsapp.ts';
import { until } from '../testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from '../testing-server/index.ts';
import { openedMessage } from './opened-once.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
let device: ReturnType<typeof deviceOn>;

const begun = async (given: Parameters<typeof deviceOn>[2] = {}) => {
  device = deviceOn(whatsApp, copy, given);
  await device.begin();
  await until(() => whatsApp.isLive());
};
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  whatsApp = await openWhatsApp();
  await copy.sql`truncate linked_device_message`;
  await linkOn(whatsApp, copy);
});
afterEach(async () => {
  await device.stop();
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const undecided = async () =>
  copy.sql<{ stanza: Uint8Array; tries: number }[]>`
    select stanza, tries from linked_device_message where stanza is not null order by id`;

const keptOpen = async () => copy.sql<{ sealed: Uint8Array }[]>`
  select sealed from linked_device_key where type = ${openedMessage}`;

const readable = (rows: readonly { [column: string]: unknown }[]) =>
  rows
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : `${value}`))
    .join();

const waiting = () => whatsApp.devices.all().flatMap(({ mailbox }) => mailbox.waiting());

/** The service ends with everything ticked off and nothing decided, as after a kill. */
const leftUndecided = async (...texts: string[]) => {
  await begun({ take: () => Promise.reject(new Error('away')) });
  const sri = whatsApp.person(1);
  for (const text of texts) await sri.type(text);
  await until(() => waiting().length === 0);
  await device.stop();
  expect(device.told('linked-message-lost')).toEqual([]);
};

describe('what reached us and was not decided', () => {
  test('is decided by the next to begin, in order and once, though WhatsApp brings it no more', async () => {
    await leftUndecided('Lampu jalan mati', 'di depan pasar', 'terima kasih');
    expect(await undecided()).toHaveLength(3);
    await begun();
    await until(() => device.taken.length >= 3);
    expect(device.texts()).toEqual(['Lampu jalan mati', 'di depan pasar', 'terima kasih']);
    expect(device.told('linked-message-undecryptable')).toEqual([]);
    await device.stop();
    expect([await undecided(), await keptOpen()]).toEqual([[], []]);
    await begun();
    expect(device.taken).toEqual([]);
  });

  test('lies there sealed, and nobody can read from it who wrote what', async () => {
    await leftUndecided('Lampu jalan mati');
    const rows = [...(await undecided()), ...(await keptOpen())];
    expect(rows).toHaveLength(2);
    expect(readable(rows)).not.toMatch(/Lampu|@lid|s\.whatsapp\.net|27182818/);
  });

  test('stays where it is in its order when more has come meanwhile', async () => {
    await leftUndecided('satu');
    const sri = whatsApp.person(1);
    await sri.type('dua');
    await begun();
    await until(() => device.taken.length === 2);
    expect(device.texts()).toEqual(['satu', 'dua']);
  });

  test('is set aside when it was begun three times before, and given up after that', async () => {
    const reasons: string[] = [];
    const failed = async (_: unknown, error: unknown) => reasons.push(`${error?.constructor.name}`) > 0;
    await leftUndecided('racun');
    await copy.sql`update linked_device_message set tries = 3`;
    await begun({ failed });
    await until(() => reasons.length === 1);
    await device.stop();
    expect([reasons, device.texts()]).toEqual([['BegunTooOften'], []]);
    expect(await undecided()).toEqual([]);
    await leftUndecided('racun lagi');
    await copy.sql`update linked_device_message set tries = 4 where stanza is not null`;
    await begun({ failed });
    await until(() => device.told('linked-message-lost').length === 1);
    await device.stop();
    expect([reasons.length, device.texts()]).toEqual([1, []]);
    expect([await undecided(), await keptOpen()]).toEqual([[], []]);
  });
});

describe('what comes', () => {
  test('again because its tick was lost is ticked off, and not decided twice', async () => {
    await begun();
    const sri = whatsApp.person(1);
    await sri.type('sebelum');
    await until(() => waiting().length === 0);
    whatsApp.loseTicks(true);
    await sri.type('Lampu jalan mati');
    await until(() => device.taken.length === 2);
    await device.stop();
    expect(waiting()).toHaveLength(1);
    whatsApp.loseTicks(false);
    await begun();
    await until(() => waiting().length === 0);
    await sri.type('sesudah');
    await until(() => device.taken.length === 1);
    expect(device.texts()).toEqual(['sesudah']);
    expect(device.told('linked-message-undecryptable')).toEqual([]);
    expect(sri.who.asked).toEqual([]);
  });

  test('is neither opened nor ticked off before it is written down', async () => {
    await begun();
    const sri = whatsApp.person(1);
    await copy.sql`alter table linked_device_message rename to gone`;
    for (const text of ['satu', 'dua']) await sri.type(text);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect([device.texts(), waiting().length]).toEqual([[], 2]);
    await copy.sql`alter table gone rename to linked_device_message`;
    await until(() => device.taken.length === 2);
    expect(device.texts()).toEqual(['satu', 'dua']);
    await until(() => waiting().length === 0);
  });

  test('comes again on the next connection when it cannot be written down', async () => {
    await begun();
    const before = whatsApp.came();
    await copy.sql`alter table linked_device_message rename to gone`;
    await whatsApp.person(1).type('satu');
    await until(() => device.told('linked-device-closed').length === 1);
    await copy.sql`alter table gone rename to linked_device_message`;
    await until(() => device.taken.length === 1);
    expect(whatsApp.came()).toBeGreaterThan(before);
    await until(() => waiting().length === 0);
  });

  test('torn is asked for, and decided when the phone has sent it again under the same id', async () => {
    await begun();
    const sri = whatsApp.person(1);
    await sri.type('sebelum');
    const id = await sri.typeTorn('Lampu jalan mati');
    await sri.type('sesudah');
    await until(() => device.taken.length === 3);
    expect(sri.who.asked).toEqual([id]);
    expect(device.texts().sort()).toEqual(['Lampu jalan mati', 'sebelum', 'sesudah']);
    await device.stop();
    expect([await undecided(), await keptOpen()]).toEqual([[], []]);
  });
});
