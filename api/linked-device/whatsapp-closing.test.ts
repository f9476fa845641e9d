import { describe, expect } from 'vitest';
import { layLine } from '../faults/database-line.ts';
import { type Device, type Given, healthOf, storeOf } from './testing/on-whatsapp.ts';
import { test as onWhatsApp } from './testing/on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';
import type { Ending } from './testing-server/ending.ts';
import type { WhatsApp } from './testing-server/index.ts';

/** Who stands by asks often here, so that one that would come back by itself has come within the test's pause (milliseconds). */
const times = { lease: 30_000, heartbeat: 10_000, standby: 300 };

const stopped = (device: Device) => device.told('linked-device-stopped').map(({ code }) => code);
const closed = (device: Device) => device.told('linked-device-closed').map(({ code }) => code);
const alarms = (device: Device) => device.told('linked-device-alarm').map(({ code }) => code);

const soon = { timeout: 10_000, interval: 20 };

const test = onWhatsApp
  /** What every process and the operator are told: state, why, failures in a row, and whether a process holds the device. */
  .extend('health', ({ copy }) => async () => {
    const { state, why, failures, owned, today } = (await healthOf(copy).read()) ?? {};
    return { state, why, failures, owned, reconnects: today?.reconnects };
  })
  .extend('online', ({ begun, health }) => async (given?: Given): Promise<Device> => {
    const device = await begun({ times, ...given });
    await expect.poll(health, soon).toMatchObject({ state: 'open' });
    expect(await health()).toMatchObject({ owned: true, reconnects: 0 });
    return device;
  });

/** Long enough for a client that comes back at once, after the first wait, or with the next look, to have come. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `channels.md` 4.2: every code, as WhatsApp says it. */
const lasting: readonly [what: string, ending: Ending, reason: string, why: string, kept: boolean][] = [
  ['401, logged out', { failure: 401 }, 'logged-out', '401', false],
  ['401 on the stream, the phone let the device go', { streamError: 401 }, 'logged-out', '401', false],
  ['402, banned for a time', { failure: 402 }, 'banned', '402', true],
  ['403, forbidden', { failure: 403 }, 'banned', '403', true],
  ['405, outdated', { failure: 405 }, 'outdated', '405', true],
  ['406, banned for good', { failure: 406 }, 'banned', '406', true],
  ['411, not a device of many', 'downgraded', 'pair-again', '411', true],
  ['440, another client took the device', 'replaced', 'replaced', '440', true],
];

/** What passes, and the code that stands in health meanwhile. */
const passing: readonly [what: string, end: (on: WhatsApp) => void, code: string][] = [
  ['408, no answer on the stream', (on) => on.end({ streamError: 408 }), '408'],
  ['428, a cable that is pulled', (on) => on.cut(), '428'],
  ['500, a session that is spoilt', (on) => on.end({ streamError: 500 }), '500'],
  ['an error that the client does not know, which it calls 500', (on) => on.end('unknown'), '500'],
  ['503, the service is away', (on) => on.end({ streamError: 503 }), '503'],
  ['a code that nobody has heard of', (on) => on.end({ streamError: 599 }), '599'],
];

describe('a connection that ends with', () => {
  test.for(lasting)(
    '%s is given up, and nobody else takes it up',
    async ([, ending, reason, why, kept], { whatsApp, copy, made, online, health }) => {
      const device = await online();
      const other = made({ times });
      await other.begin();
      const before = whatsApp.came();
      whatsApp.end(ending);
      await until(() => stopped(device).length === 1);
      expect(stopped(device)).toEqual([reason]);
      await expect.poll(health, soon).toMatchObject({ state: 'stopped' });
      await pause(1_300);
      expect(whatsApp.came()).toBe(before);
      expect(await health()).toMatchObject({ state: 'stopped', why, owned: false });
      await Promise.all([device.stop(), other.stop()]);
      expect((await storeOf(copy).credentials()) !== undefined).toBe(kept);
    },
  );

  test.for(passing)(
    '%s comes back after a while, with the same link and lease',
    async ([, end, code], { whatsApp, online, health }) => {
      const device = await online();
      const before = whatsApp.came();
      const at = Date.now();
      end(whatsApp);
      await expect.poll(health, soon).toMatchObject({ state: 'waiting' });
      expect(await health()).toMatchObject({ why: code, failures: 1, owned: true });
      await until(() => whatsApp.came() > before);
      expect(Date.now() - at).toBeGreaterThan(900);
      expect(closed(device)).toEqual([code]);
      await until(() => whatsApp.isLive());
      await expect.poll(health, soon).toMatchObject({ state: 'open' });
      expect(await health()).toMatchObject({ why: null, owned: true, reconnects: 1 });
      expect(whatsApp.devices.all()).toHaveLength(1);
    },
  );

  test('515, a restart that WhatsApp wants, comes back without a wait', async ({
    whatsApp,
    online,
    health,
  }) => {
    const device = await online();
    const before = whatsApp.came();
    whatsApp.end({ streamError: 515 });
    await until(() => whatsApp.came() > before);
    expect(closed(device)).toEqual([]);
    await until(() => whatsApp.isLive());
    await expect.poll(health, soon).toMatchObject({ state: 'open' });
    expect(await health()).toMatchObject({ failures: 0, owned: true, reconnects: 1 });
  });

  test('nothing, for the server says nothing any more (408), comes back after a while', async ({
    whatsApp,
    online,
  }) => {
    const device = await online({ patience: { keepAliveIntervalMs: 200 } });
    whatsApp.fallSilent(true);
    await until(() => closed(device).length === 1, 12_000);
    whatsApp.fallSilent(false);
    expect(closed(device)).toEqual(['408']);
    await until(() => whatsApp.isLive());
  });

  test('nothing, for the network is away, is tried until it is back', async ({
    whatsApp,
    online,
    health,
  }) => {
    const line = await layLine(whatsApp.url);
    const device = await online({ url: line.url(whatsApp.url) });
    await line.cut();
    await until(() => closed(device).length === 3);
    expect(closed(device)).toEqual(['428', 'network', 'network']);
    await expect
      .poll(health, soon)
      .toMatchObject({ state: 'waiting', why: 'network', failures: 3, owned: true });
    await line.mend();
    await until(() => whatsApp.isLive());
    expect(stopped(device)).toEqual([]);
    await device.stop();
    await line.close();
  });
});

test('a login that is refused again and again is tried after one, two and four seconds', async ({
  whatsApp,
  made,
}) => {
  const device = made({ times });
  whatsApp.endLogins({ failure: 503 });
  const at = Date.now();
  await device.begin();
  await until(() => closed(device).length === 3);
  whatsApp.endLogins();
  await until(() => whatsApp.isLive());
  expect(Date.now() - at).toBeGreaterThan(6_900);
  expect(whatsApp.came()).toBe(4);
});

test('three errors of the 500 kind within ten minutes are an alarm, once', async ({
  whatsApp,
  copy,
  made,
}) => {
  const device = made({ times });
  whatsApp.endLogins({ failure: 500 });
  await device.begin();
  await until(() => closed(device).length === 3);
  whatsApp.endLogins();
  expect(closed(device)).toEqual(['500', '500', '500']);
  expect(alarms(device)).toEqual(['bad-session']);
  await until(() => whatsApp.isLive());
  expect(stopped(device)).toEqual([]);
  expect(await storeOf(copy).credentials()).toBeDefined();
});

test('restarts that WhatsApp wants again and again, before anything was open, are waited for too', async ({
  whatsApp,
  made,
}) => {
  const device = made({ times });
  whatsApp.endLogins({ streamError: 515 });
  await device.begin();
  await until(() => closed(device).length === 1);
  expect(whatsApp.came()).toBe(4);
  whatsApp.endLogins();
  await until(() => whatsApp.isLive());
});
