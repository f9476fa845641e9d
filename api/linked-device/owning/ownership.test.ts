import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Database } from '../../../db/database.ts';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { type DatabaseLine, layLine } from '../../faults/database-line.ts';
import { deviceOn, linkOn } from '../testing/on-whatsapp.ts';
import { until } from '../testing/watched-library.ts';
import { openWhatsApp } from '../testing-server/index.ts';
import { type Hold, holdDevice, leaseOf } from './ownership.ts';

const times = { lease: 3_000, heartbeat: 500, standby: 200 };
let copy: TestDatabase;
let line: DatabaseLine;
let far: Database;
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  await copy.sql`truncate linked_device_lease`;
  line = await layLine(copy.url);
  far = connect(line.url(copy.url), { max: 2 });
});
afterEach(async () => {
  await far.close();
  await line.close();
});

const held = async (): Promise<Hold> => {
  const hold = await holdDevice(leaseOf(far, 'device', times), times);
  if (!hold) throw new Error('the device is not free');
  return hold;
};
const other = () => leaseOf(copy, 'device', times);

describe('a process that holds a device', () => {
  test('holds it for longer than a lease by speaking in time, and lets it go at once', async () => {
    const hold = await held();
    await sleep(2 * times.lease);
    expect(await other().take()).toBeUndefined();
    expect(hold.lost.aborted).toBe(false);
    await hold.release();
    expect(await other().take()).toBeGreaterThan(hold.fence);
    await sleep(times.lease);
    expect(hold.lost.aborted).toBe(false);
  });

  test('has lost it as soon as the database says so', async () => {
    const hold = await held();
    await copy.sql`update linked_device_lease set fence = fence + 1`;
    await until(() => hold.lost.aborted, times.lease);
    expect(await hold.isOurs()).toBe(false);
  });

  test.each(['cut', 'hush'] as const)(
    'gives it up before anybody else can have it, the database being away (%s)',
    async (what) => {
      const hold = await held();
      await line[what]();
      while (!hold.lost.aborted) {
        expect(await other().take()).toBeUndefined();
        await sleep(20);
      }
      await line.mend();
      await sleep(times.lease);
      expect(await other().take()).toBeGreaterThan(hold.fence);
    },
  );
});

test('a device whose database goes away is disconnected within the lease, and connects again by itself', async () => {
  const whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
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
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});
