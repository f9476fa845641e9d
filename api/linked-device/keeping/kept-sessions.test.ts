import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { deviceOn, linkOn } from '../testing/on-whatsapp.ts';
import { until } from '../testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from '../testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
beforeAll(async () => {
  copy = await testDatabase();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
});
afterAll(async () => {
  await whatsApp.close();
  await copy.drop();
});

const waited = ['dua', 'tiga', 'empat', 'lima'];

test('answers to what waited while the device was away can be read on the phone, each of them', async () => {
  const sri = whatsApp.person(1);
  const begun = async () => {
    const device = deviceOn(whatsApp, copy, {
      take: async () => void (await device.socket()?.sendMessage(sri.who.lid, { text: 'ya' })),
    });
    await device.begin();
    await until(() => whatsApp.isLive());
    return device;
  };
  const first = await begun();
  await sri.type('satu');
  await until(() => sri.received().length === 1);
  await first.stop();
  for (const text of waited) await sri.type(text);
  const second = await begun();
  await until(() => sri.received().length === 1 + waited.length);
  await sri.type('enam');
  await until(() => sri.received().length === 2 + waited.length);
  await until(() => second.texts().length === 1 + waited.length);
  expect(second.texts()).toEqual([...waited, 'enam']);
  expect(sri.who.unread).toEqual([]);
  await second.stop();
  expect(whatsApp.faults()).toEqual([]);
});
