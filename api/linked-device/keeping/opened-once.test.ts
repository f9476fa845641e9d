import { describe, expect } from 'vitest';
import type { TestDatabase } from '../../../db/testing.ts';
import { test as onWhatsApp } from '../testing/on-whatsapp-test.ts';
import { until } from '../testing/watched-library.ts';
import { openedMessage } from './opened-once.ts';

/** The service has ended with everything ticked off and nothing decided, as after a kill. */
const test = onWhatsApp.extend('left', ({ begun, mailbox, sri }) => async (...texts: string[]) => {
  const device = await begun({ take: () => Promise.reject(new Error('away')) });
  for (const text of texts) await sri.type(text);
  await until(() => mailbox.waiting().length === 0);
  await device.stop();
  expect(device.told('linked-message-lost')).toEqual([]);
});

const undecided = async ({ sql }: TestDatabase) =>
  sql<{ stanza: Uint8Array; tries: number }[]>`
    select stanza, tries from linked_device_message where stanza is not null order by id`;

const keptOpen = async ({ sql }: TestDatabase) => sql<{ sealed: Uint8Array }[]>`
  select sealed from linked_device_key where type = ${openedMessage}`;

const readable = (rows: readonly { [column: string]: unknown }[]) =>
  rows
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : `${value}`))
    .join();

describe('what reached us and was not decided', () => {
  test('is decided by the next to begin, in order and once, though WhatsApp brings it no more', async ({
    copy,
    begun,
    left,
  }) => {
    await left('Lampu jalan mati', 'di depan pasar', 'terima kasih');
    expect(await undecided(copy)).toHaveLength(3);
    let device = await begun();
    await until(() => device.taken.length >= 3);
    expect(device.texts()).toEqual(['Lampu jalan mati', 'di depan pasar', 'terima kasih']);
    expect(device.told('linked-message-undecryptable')).toEqual([]);
    await device.stop();
    expect([await undecided(copy), await keptOpen(copy)]).toEqual([[], []]);
    device = await begun();
    expect(device.taken).toEqual([]);
  });

  test('lies there sealed, and nobody can read from it who wrote what', async ({ copy, left }) => {
    await left('Lampu jalan mati');
    const rows = [...(await undecided(copy)), ...(await keptOpen(copy))];
    expect(rows).toHaveLength(2);
    expect(readable(rows)).not.toMatch(/Lampu|@lid|s\.whatsapp\.net|27182818/);
  });

  test('stays where it is in its order when more has come meanwhile', async ({ sri, begun, left }) => {
    await left('satu');
    await sri.type('dua');
    const device = await begun();
    await until(() => device.taken.length === 2);
    expect(device.texts()).toEqual(['satu', 'dua']);
  });

  test('is set aside when it was begun three times before, and given up after that', async ({
    copy,
    begun,
    left,
  }) => {
    const reasons: string[] = [];
    const failed = async (_: unknown, error: unknown) => reasons.push(`${error?.constructor.name}`) > 0;
    await left('racun');
    await copy.sql`update linked_device_message set tries = 3`;
    let device = await begun({ failed });
    await until(() => reasons.length === 1);
    await device.stop();
    expect([reasons, device.texts()]).toEqual([['BegunTooOften'], []]);
    expect(await undecided(copy)).toEqual([]);
    await left('racun lagi');
    await copy.sql`update linked_device_message set tries = 4 where stanza is not null`;
    device = await begun({ failed });
    await until(() => device.told('linked-message-lost').length === 1);
    await device.stop();
    expect([reasons.length, device.texts()]).toEqual([1, []]);
    expect([await undecided(copy), await keptOpen(copy)]).toEqual([[], []]);
  });
});

describe('what comes', () => {
  test('again because its tick was lost is ticked off, and not decided twice', async ({
    whatsApp,
    mailbox,
    sri,
    begun,
  }) => {
    let device = await begun();
    await sri.type('sebelum');
    await until(() => mailbox.waiting().length === 0);
    whatsApp.loseTicks(true);
    await sri.type('Lampu jalan mati');
    await until(() => device.taken.length === 2);
    await device.stop();
    expect(mailbox.waiting()).toHaveLength(1);
    whatsApp.loseTicks(false);
    device = await begun();
    await until(() => mailbox.waiting().length === 0);
    await sri.type('sesudah');
    await until(() => device.taken.length === 1);
    expect(device.texts()).toEqual(['sesudah']);
    expect(device.told('linked-message-undecryptable')).toEqual([]);
    expect(sri.who.asked).toEqual([]);
  });

  test('is neither opened nor ticked off before it is written down', async ({
    copy,
    mailbox,
    sri,
    begun,
  }) => {
    const device = await begun();
    await copy.sql`alter table linked_device_message rename to gone`;
    for (const text of ['satu', 'dua']) await sri.type(text);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect([device.texts(), mailbox.waiting().length]).toEqual([[], 2]);
    await copy.sql`alter table gone rename to linked_device_message`;
    await until(() => device.taken.length === 2);
    expect(device.texts()).toEqual(['satu', 'dua']);
    await until(() => mailbox.waiting().length === 0);
  });

  test('comes again on the next connection when it cannot be written down', async ({
    copy,
    whatsApp,
    mailbox,
    sri,
    begun,
  }) => {
    const device = await begun();
    const before = whatsApp.came();
    await copy.sql`alter table linked_device_message rename to gone`;
    await sri.type('satu');
    await until(() => device.told('linked-device-closed').length === 1);
    await copy.sql`alter table gone rename to linked_device_message`;
    await until(() => device.taken.length === 1);
    expect(whatsApp.came()).toBeGreaterThan(before);
    await until(() => mailbox.waiting().length === 0);
  });

  test('torn is asked for, and decided when the phone has sent it again under the same id', async ({
    copy,
    sri,
    begun,
  }) => {
    const device = await begun();
    await sri.type('sebelum');
    const id = await sri.typeTorn('Lampu jalan mati');
    await sri.type('sesudah');
    await until(() => device.taken.length === 3);
    expect(sri.who.asked).toEqual([id]);
    expect(device.texts().sort()).toEqual(['Lampu jalan mati', 'sebelum', 'sesudah']);
    await device.stop();
    expect([await undecided(copy), await keptOpen(copy)]).toEqual([[], []]);
  });
});
