import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { isLong } from '../faults/size.ts';
import { deviceOn, linkOn } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
});
afterEach(async () => {
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const takeOvers = isLong ? 50 : 5;

test(`over ${takeOvers} take-overs one service is connected at a time, and the one before never comes back`, async () => {
  const sri = whatsApp.person(1);
  let owner = deviceOn(whatsApp, copy);
  await owner.begin();
  await until(() => owner.socket() !== undefined);
  for (let turn = 0; turn < takeOvers; turn++) {
    const before = owner;
    owner = deviceOn(whatsApp, copy);
    await owner.begin();
    await until(() => before.told('linked-device-stopped').length === 1);
    await until(() => owner.socket() !== undefined);
    expect(before.told('linked-device-stopped')[0]?.code).toBe('replaced');
    expect(before.socket()).toBeUndefined();
    expect(whatsApp.online()).toBe(1);
    await sri.type(`giliran ${turn}`);
    await until(() => owner.texts().includes(`giliran ${turn}`));
    expect(before.texts()).not.toContain(`giliran ${turn}`);
    await before.stop();
  }
  expect(whatsApp.mostAtOnce()).toBe(1);
  expect(whatsApp.came()).toBe(takeOvers + 1);
  await owner.stop();
}, 300_000);
