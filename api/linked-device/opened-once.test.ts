import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { openedMessage } from './opened-once.ts';
import { deviceOn, linkOn } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
let device: ReturnType<typeof deviceOn>;

const begun = async () => {
  device = deviceOn(whatsApp, copy);
  await device.begin();
  await until(() => whatsApp.isLive());
};
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
  await begun();
});
afterEach(async () => {
  await device.stop();
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const keptOpen = async () => {
  const rows = await copy.sql`select key, sealed, at from linked_device_key where type = ${openedMessage}`;
  return rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1'));
};

test('a message whose tick was lost is read again when it comes again, by the same id', async () => {
  const sri = whatsApp.person(1);
  await sri.type('sebelum');
  await until(() => device.taken.length === 1);
  whatsApp.loseTicks(true);
  const id = await sri.type('Lampu jalan mati');
  await until(() => device.taken.length === 2);
  await device.stop();
  whatsApp.loseTicks(false);
  await begun();
  await until(() => device.taken.length > 0);
  expect(device.taken.map((inbound) => [inbound.id, inbound.from.id])).toEqual([
    [`${sri.lid}/${id}`, sri.lid],
  ]);
  expect(device.texts()).toEqual(['Lampu jalan mati']);
  expect(device.told('linked-message-undecryptable')).toEqual([]);
});

test('only the newest of what was opened is kept, and nobody can read it', async () => {
  const sri = whatsApp.person(1);
  for (const [before, text] of ['satu', 'dua', 'tiga'].entries()) {
    await sri.type(text);
    await until(() => device.taken.length > before);
  }
  const kept = await keptOpen();
  expect(kept).toHaveLength(1);
  expect(kept.join()).not.toContain('tiga');
});

test('what never came again is forgotten when the service begins days later', async () => {
  await whatsApp.person(1).type('satu');
  await until(() => device.taken.length === 1);
  await device.stop();
  expect(await keptOpen()).toHaveLength(1);
  await copy.sql`update linked_device_key set at = at - interval '3 days' where type = ${openedMessage}`;
  await begun();
  expect(await keptOpen()).toEqual([]);
});
