import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { connect } from '../../../db/database.ts';
import { layLine } from '../../faults/database-line.ts';
import { deviceOn } from '../testing/on-whatsapp.ts';
import { test as onWhatsApp } from '../testing/on-whatsapp-test.ts';
import { until } from '../testing/watched-library.ts';
import { type Hold, holdDevice, leaseOf } from './ownership.ts';

const times = { lease: 3_000, heartbeat: 500, standby: 200 };

const test = onWhatsApp
  .extend('line', async ({ copy, onTestFinished }) => {
    const line = await layLine(copy.url);
    onTestFinished(line.close);
    return line;
  })
  .extend('far', async ({ copy, line, onTestFinished }) => {
    const far = connect(line.url(copy.url), { max: 2 });
    onTestFinished(far.close);
    return far;
  })
  .extend('held', ({ far }) => async (): Promise<Hold> => {
    const hold = await holdDevice(leaseOf(far, 'device', times), times);
    if (!hold) throw new Error('the device is not free');
    return hold;
  })
  .extend('other', ({ copy }) => leaseOf(copy, 'device', times));

describe('a process that holds a device', () => {
  test('holds it for longer than a lease by speaking in time, and lets it go at once', async ({
    held,
    other,
  }) => {
    const hold = await held();
    await sleep(2 * times.lease);
    expect(await other.take()).toBeUndefined();
    expect(hold.lost.aborted).toBe(false);
    await hold.release();
    expect(await other.take()).toBeGreaterThan(hold.fence);
    await sleep(times.lease);
    expect(hold.lost.aborted).toBe(false);
  });

  test('has lost it as soon as the database says so', async ({ copy, held }) => {
    const hold = await held();
    await copy.sql`update linked_device_lease set fence = fence + 1`;
    await until(() => hold.lost.aborted, times.lease);
    expect(await hold.isOurs()).toBe(false);
  });

  test.for(['cut', 'hush'] as const)(
    'gives it up before anybody else can have it, the database being away (%s)',
    async (what, { line, held, other }) => {
      const hold = await held();
      await line[what]();
      while (!hold.lost.aborted) {
        expect(await other.take()).toBeUndefined();
        await sleep(20);
      }
      await line.mend();
      await sleep(times.lease);
      expect(await other.take()).toBeGreaterThan(hold.fence);
    },
  );
});

test('a device whose database goes away is disconnected within the lease, and connects again by itself', async ({
  whatsApp,
  line,
  far,
}) => {
  const device = deviceOn(whatsApp, far, { times });
  await device.begin();
  await until(() => whatsApp.isLive());
  const since = Date.now();
  await line.cut();
  await until(() => whatsApp.online() === 0);
  expect(Date.now() - since).toBeLessThan(times.lease);
  await line.mend();
  await until(() => whatsApp.isLive(), 30_000);
  await device.stop();
});
