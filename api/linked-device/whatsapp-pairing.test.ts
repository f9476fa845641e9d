import { expect } from 'vitest';
import type { TestDatabase } from '../../db/testing.ts';
import { createAuthState, isLinked } from './auth-state.ts';
import { loadLibrary } from './library.ts';
import { deviceOn, pairOn, storeOf } from './testing/on-whatsapp.ts';
import { test } from './testing/on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';
import type { WhatsApp } from './testing-server/index.ts';

const kept = async (copy: TestDatabase) =>
  (await createAuthState(await loadLibrary(), storeOf(copy), () => {})).creds;

/** Whether the service can use what pairing has left: it logs in, and a person is heard. */
const hears = async (whatsApp: WhatsApp, copy: TestDatabase) => {
  const device = deviceOn(whatsApp, copy);
  await device.begin();
  await until(() => whatsApp.isLive());
  await whatsApp.person(1).type('Halo');
  await until(() => device.texts().includes('Halo'));
  await device.stop();
};

test('a number is linked by a QR that the office scans, and then hears people', async ({
  copy,
  unlinked,
}) => {
  expect(await pairOn(unlinked, copy)).toBe('linked');
  expect(isLinked(await kept(copy))).toBe(true);
  expect(unlinked.devices.all()).toHaveLength(1);
  await hears(unlinked, copy);
});

test('a number is linked by a code that the office types, and then hears people', async ({
  copy,
  unlinked,
}) => {
  const number = unlinked.office.number.split('@')[0];
  expect(await pairOn(unlinked, copy, number)).toBe('linked');
  expect((await kept(copy)).me?.id).toBe(unlinked.office.number.replace('@', ':1@'));
  await hears(unlinked, copy);
});

test('a QR of another screen links nothing', async ({ unlinked }) => {
  expect(unlinked.scan('https://wa.me/settings/linked_devices#ref,a,b,c,1')).toBe(false);
  expect(unlinked.devices.all()).toEqual([]);
});

test('a device that the phone has let go is not taken back, and forgets its link', async ({
  copy,
  unlinked,
}) => {
  await pairOn(unlinked, copy);
  unlinked.devices.unlink(1);
  const device = deviceOn(unlinked, copy);
  await device.begin();
  await until(() => device.told('linked-device-stopped').length === 1);
  expect(device.told('linked-device-stopped')[0]?.code).toBe('logged-out');
  await device.stop();
  expect(await storeOf(copy).credentials()).toBeUndefined();
});
