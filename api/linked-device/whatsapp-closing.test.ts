import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { deviceOn, linkOn, storeOf } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import type { Ending } from './testing-server/ending.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

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
});
afterEach(async () => {
  await device.stop();
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const stopped = () => device.told('linked-device-stopped').map(({ code }) => code);
const closed = () => device.told('linked-device-closed').map(({ code }) => code);

/** Long enough for a client that comes back at once, or after the first wait, to have come. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const online = async () => {
  await device.begin();
  await until(() => whatsApp.isLive());
};

/** `channels.md` 4.2: every code, as WhatsApp says it. */
const lasting: readonly [what: string, ending: Ending, why: string, kept: boolean][] = [
  ['401, logged out', { failure: 401 }, 'logged-out', false],
  ['401 on the stream, the phone let the device go', { streamError: 401 }, 'logged-out', false],
  ['402, banned for a time', { failure: 402 }, 'banned', true],
  ['403, forbidden', { failure: 403 }, 'banned', true],
  ['405, outdated', { failure: 405 }, 'outdated', true],
  ['406, banned for good', { failure: 406 }, 'banned', true],
  ['411, not a device of many', 'downgraded', 'pair-again', true],
  ['440, another client took the device', 'replaced', 'replaced', true],
];

describe('a connection that ends with', () => {
  test.each(lasting)('%s never comes back by itself', async (_, ending, why, kept) => {
    await online();
    const before = whatsApp.came();
    whatsApp.end(ending);
    await until(() => stopped().length === 1);
    expect(stopped()).toEqual([why]);
    await pause(1_300);
    expect(whatsApp.came()).toBe(before);
    await device.stop();
    expect((await storeOf(copy).credentials()) !== undefined).toBe(kept);
  });

  test.each([
    ['500, which also stands for everything unknown', 'unknown', '500'],
    ['503, the service is away', { streamError: 503 }, '503'],
  ] as const)('%s comes back after a while, with the same link', async (_, ending, code) => {
    await online();
    const before = whatsApp.came();
    const at = Date.now();
    whatsApp.end(ending);
    await until(() => whatsApp.came() > before);
    expect(Date.now() - at).toBeGreaterThan(900);
    expect(closed()).toEqual([code]);
    await until(() => whatsApp.isLive());
    expect(whatsApp.devices.all()).toHaveLength(1);
  });

  test('515, a restart that WhatsApp wants, comes back without a wait', async () => {
    await online();
    const before = whatsApp.came();
    whatsApp.end({ streamError: 515 });
    await until(() => whatsApp.came() > before);
    expect(closed()).toEqual([]);
    await until(() => whatsApp.isLive());
  });

  test('428, a cable that is pulled, comes back after a while', async () => {
    await online();
    whatsApp.cut();
    await until(() => closed().length === 1);
    expect(closed()).toEqual(['428']);
    await until(() => whatsApp.isLive());
  });

  test('408, a server that says nothing any more, comes back after a while', async () => {
    device = deviceOn(whatsApp, copy, { patience: { keepAliveIntervalMs: 200 } });
    await online();
    whatsApp.fallSilent(true);
    await until(() => closed().length === 1, 12_000);
    whatsApp.fallSilent(false);
    expect(closed()).toEqual(['408']);
    await until(() => whatsApp.isLive());
  });
});

test('a login that is refused again and again is tried after one, two and four seconds', async () => {
  whatsApp.endLogins({ failure: 503 });
  const at = Date.now();
  await device.begin();
  await until(() => closed().length === 3);
  whatsApp.endLogins();
  await until(() => whatsApp.isLive());
  expect(Date.now() - at).toBeGreaterThan(6_900);
  expect(whatsApp.came()).toBe(4);
});
