import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { createAuthState, isLinked } from './auth-state.ts';
import { loadLibrary } from './library.ts';
import { deviceOn, pairOn, storeOf } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
beforeEach(async () => {
  copy = await testDatabase();
  whatsApp = await openWhatsApp();
});
afterEach(async () => {
  await whatsApp.close();
  await copy.drop();
  expect(whatsApp.faults()).toEqual([]);
});

const kept = async () => (await createAuthState(await loadLibrary(), storeOf(copy), () => {})).creds;

/** Whether the service can use what pairing has left: it logs in, and a person is heard. */
const hears = async () => {
  const device = deviceOn(whatsApp, copy);
  await device.begin();
  await until(() => whatsApp.isLive());
  await whatsApp.person(1).type('Halo');
  await until(() => device.texts().includes('Halo'));
  await device.stop();
};

test('a number is linked by a QR that the office scans, and then hears people', async () => {
  expect(await pairOn(whatsApp, copy)).toBe('linked');
  expect(isLinked(await kept())).toBe(true);
  expect(whatsApp.devices.all()).toHaveLength(1);
  await hears();
});

test('a number is linked by a code that the office types, and then hears people', async () => {
  const number = whatsApp.office.number.split('@')[0];
  expect(await pairOn(whatsApp, copy, number)).toBe('linked');
  expect((await kept()).me?.id).toBe(whatsApp.office.number.replace('@', ':1@'));
  await hears();
});

test('a QR of another screen links nothing', async () => {
  expect(whatsApp.scan('https://wa.me/settings/linked_devices#ref,a,b,c,1')).toBe(false);
  expect(whatsApp.devices.all()).toEqual([]);
});

test('a device that the phone has let go is not taken back, and forgets its link', async () => {
  await pairOn(whatsApp, copy);
  whatsApp.devices.unlink(1);
  const device = deviceOn(whatsApp, copy);
  await device.begin();
  await until(() => device.told('linked-device-stopped').length === 1);
  expect(device.told('linked-device-stopped')[0]?.code).toBe('logged-out');
  await device.stop();
  expect(await storeOf(copy).credentials()).toBeUndefined();
});
