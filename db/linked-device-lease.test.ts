import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeviceLease } from './linked-device-lease.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let copy: TestDatabase;
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  await copy.sql`truncate linked_device_lease`;
});

const process = (seconds?: number, account = 'device') =>
  createDeviceLease({ sql: copy.sql }, account, randomUUID(), seconds);

const expire = () => copy.sql`update linked_device_lease set expires_at = clock_timestamp()`;

describe('the lease on a device', () => {
  test('is one process’s, though a hundred ask in the same moment', async () => {
    const fences = await Promise.all(Array.from({ length: 100 }, () => process().take()));
    expect(fences.filter((fence) => fence !== undefined)).toEqual([1]);
  });

  test('holds for half a minute, and for as long again after each word', async () => {
    const [owner, other] = [process(), process()];
    const fence = (await owner.take()) ?? 0;
    const left = async () =>
      (
        await copy.sql<{ left: number }[]>`
        select extract(epoch from expires_at - clock_timestamp())::float as left from linked_device_lease`
      )[0]?.left;
    expect(await left()).toBeGreaterThan(29);
    await copy.sql`update linked_device_lease set expires_at = clock_timestamp() + interval '1 second'`;
    expect(await owner.renew(fence)).toBe(true);
    expect(await left()).toBeGreaterThan(29);
    expect(await other.take()).toBeUndefined();
  });

  test('passes on with a higher fence once it is over, and the one before cannot speak for it', async () => {
    const [before, after] = [process(0.2), process()];
    const fence = (await before.take()) ?? 0;
    await sleep(250);
    expect(await before.renew(fence)).toBe(false);
    expect(await after.take()).toBe(fence + 1);
    expect(await before.renew(fence)).toBe(false);
    await before.release(fence);
    expect(await process().take()).toBeUndefined();
  });

  test('that was let go is free at once', async () => {
    const [owner, other] = [process(), process()];
    await owner.release((await owner.take()) ?? 0);
    expect(await other.take()).toBe(2);
  });

  test('of its own past is not the owner’s: a fence is never used twice', async () => {
    const owner = process();
    const first = (await owner.take()) ?? 0;
    await expire();
    const second = (await owner.take()) ?? 0;
    expect(second).toBe(first + 1);
    expect(await owner.renew(first)).toBe(false);
    expect(await owner.renew(second)).toBe(true);
  });

  test('of one device says nothing of another', async () => {
    await process().take();
    expect(await process(30, 'other').take()).toBe(1);
  });
});
