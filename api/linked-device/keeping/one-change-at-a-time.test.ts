import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { deviceOn, linkOn } from '../testing/on-whatsapp.ts';
import { until } from '../testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from '../testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
let device: ReturnType<typeof deviceOn>;

beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
  device = deviceOn(whatsApp, copy);
  await device.begin();
  await until(() => device.socket() !== undefined && whatsApp.isLive());
});
afterEach(async () => {
  await device.stop();
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const people = 12;

test('whoever answers in the moment in which our message reaches them can be read, and can read us', async () => {
  const all = Array.from({ length: people }, (_, i) => whatsApp.person(i + 1));
  for (const [i, one] of all.entries()) {
    one.watch(() => void one.type('jawab'));
    await one.type('halo');
    await until(() => device.taken.length === 3 * i + 1);
    for (const text of ['satu', 'dua']) await device.socket()?.sendMessage(one.lid, { text });
    await until(() => device.taken.length === 3 * i + 3);
  }
  expect(all.map(({ who }) => [who.received.length, who.asked, who.unread])).toEqual(
    all.map(() => [2, [], []]),
  );
  expect(device.told('linked-message-undecryptable')).toEqual([]);
});
