import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHealthBook } from './linked-device-health.ts';
import { createDeviceLease } from './linked-device-lease.ts';
import { devicePast } from './reads/linked-device.ts';
import { resumeDevice } from './stores/resume-device.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let copy: TestDatabase;
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  await copy.sql`truncate linked_device_health, linked_device_day, linked_device_lease, linked_device_message, pause`;
});

const zone = 'Asia/Jakarta';
const bookOf = (account = 'device', where = zone) => createHealthBook(copy, account, where);
const nothing = { heard: 0, sent: 0, refused: 0, unopened: 0, reconnects: 0 };

/** So many seconds from now, by the machine on which the database runs. */
const secondsUntil = (instant: string | null | undefined) => (Date.parse(instant ?? '') - Date.now()) / 1000;

describe('how a device is doing', () => {
  test('is unknown before any was used', async () => {
    expect(await bookOf().read()).toBeUndefined();
  });

  test('is told with its reason, and since when only a new state moves', async () => {
    const book = bookOf();
    await book.tell('connecting');
    await copy.sql`update linked_device_health set since = now() - interval '1 hour'`;
    await book.tell('waiting', '428', 1);
    const first = await book.read();
    expect(first).toMatchObject({ state: 'waiting', why: '428', failures: 1 });
    expect(secondsUntil(first?.since)).toBeGreaterThan(-60);
    await book.tell('waiting', '503', 2);
    expect(await book.read()).toMatchObject({
      state: 'waiting',
      why: '503',
      failures: 2,
      since: first?.since,
    });
    await book.tell('open');
    expect(await book.read()).toMatchObject({ state: 'open', why: null, failures: 0 });
  });

  test('still shows why it closed while it connects again, until it is open', async () => {
    const book = bookOf();
    await book.tell('waiting', '428', 3);
    await book.tell('connecting');
    expect(await book.read()).toMatchObject({ state: 'connecting', why: '428', failures: 3 });
    await book.tell('open');
    expect(await book.read()).toMatchObject({ state: 'open', why: null, failures: 0 });
    await book.tell('connecting');
    expect(await book.read()).toMatchObject({ state: 'connecting', why: null, failures: 0 });
  });

  test('is each device’s own', async () => {
    const [one, two] = [bookOf('one'), bookOf('two')];
    await one.tell('open');
    await two.tell('stopped', 'banned');
    await one.count('sent', 3);
    await two.pause(60, 'time-lock');
    expect(await one.read()).toMatchObject({
      state: 'open',
      pausedUntil: null,
      today: { ...nothing, sent: 3 },
    });
    expect(await two.read()).toMatchObject({ state: 'stopped', pausedWhy: 'time-lock', today: nothing });
  });

  test('names a holder only while its lease lasts', async () => {
    const book = bookOf();
    await book.tell('open');
    expect(await book.read()).toMatchObject({ owned: false });
    const lease = createDeviceLease(copy, 'device', '6f1c2f2e-3f0a-4d5e-9a53-0d9c55b5a001');
    const fence = (await lease.take()) ?? 0;
    expect(await book.read()).toMatchObject({ owned: true });
    await lease.release(fence);
    expect(await book.read()).toMatchObject({ owned: false });
  });

  test('counts what is stored and not decided', async () => {
    const book = bookOf();
    await book.tell('open');
    await copy.sql`insert into linked_device_message (key, account, stanza) values
      ('\\x01', 'device', '\\xaa'), ('\\x02', 'device', null), ('\\x03', 'other', '\\xaa')`;
    expect(await book.read()).toMatchObject({ undecided: 1 });
  });
});

describe('what a device does', () => {
  test('is counted by the day, and when it last heard somebody', async () => {
    const book = bookOf();
    await book.tell('open');
    expect((await book.read())?.heardAt).toBeNull();
    expect(await book.count('heard')).toBe(1);
    expect(await book.count('heard', 2)).toBe(3);
    for (const what of ['sent', 'refused', 'unopened', 'reconnects'] as const) await book.count(what);
    const health = await book.read();
    expect(health?.today).toEqual({ heard: 3, sent: 1, refused: 1, unopened: 1, reconnects: 1 });
    expect(Math.abs(secondsUntil(health?.heardAt))).toBeLessThan(60);
  });

  test('loses nothing when two processes count at one moment', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => bookOf().count('sent', i % 2 ? 2 : 1)));
    expect(await bookOf().count('sent', 0)).toBe(60);
  });

  /** One of them is a day ahead of the other at every moment. */
  const [west, east] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'] as const;

  test('falls on the day that the city has, and a new day begins with nothing', async () => {
    await bookOf('device', west).tell('open');
    await bookOf('device', west).count('sent', 5);
    expect((await bookOf('device', east).read())?.today).toEqual(nothing);
    expect((await bookOf('device', west).read())?.today.sent).toBe(5);
  });

  test('is kept for seven days to look at, and for ever in sum', async () => {
    await copy.sql`insert into linked_device_day (account, day, heard, sent)
      select 'device', (now() at time zone ${zone})::date - back, back, 1 from generate_series(0, 9) back`;
    await copy.sql`insert into linked_device_day (account, day, heard) select 'other', (now() at time zone ${zone})::date, 99`;
    await copy.sql`delete from linked_device_day where account = 'device' and heard = 2`;
    const { days, total } = await devicePast(copy, 'device', zone);
    expect(days.map(({ heard, sent }) => [heard, sent])).toEqual([
      [0, 1],
      [1, 1],
      [0, 0],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
    ]);
    const [today] = await copy.sql<{ day: string }[]>`select (now() at time zone ${zone})::date::text as day`;
    expect(days[0]?.day).toBe(today?.day);
    expect(total).toEqual({ ...nothing, heard: 43, sent: 9 });
  });

  test('is nothing where no device ever was', async () => {
    const { days, total, leaseSeconds } = await devicePast(copy, 'device', zone);
    expect(days).toHaveLength(7);
    expect({ total, leaseSeconds }).toEqual({ total: nothing, leaseSeconds: 0 });
  });
});

test('the seconds for which a holder is believed are those of its lease', async () => {
  const lease = createDeviceLease(copy, 'device', '6f1c2f2e-3f0a-4d5e-9a53-0d9c55b5a001', 20);
  const fence = (await lease.take()) ?? 0;
  const { leaseSeconds } = await devicePast(copy, 'device', zone);
  expect(leaseSeconds).toBeGreaterThan(10);
  expect(leaseSeconds).toBeLessThanOrEqual(20);
  await lease.release(fence);
  expect((await devicePast(copy, 'device', zone)).leaseSeconds).toBe(0);
});

describe('a pause', () => {
  test('that is longer takes the place of a shorter one, and a shorter one changes nothing', async () => {
    const book = bookOf();
    await book.pause(3_600, 'time-lock');
    await book.pause(60, 'refused-463');
    const kept = await book.read();
    expect(kept).toMatchObject({ state: 'unlinked', pausedWhy: 'time-lock' });
    expect(secondsUntil(kept?.pausedUntil)).toBeGreaterThan(3_000);
    await book.pause(86_400, 'refused-463');
    const longer = await book.read();
    expect(longer?.pausedWhy).toBe('refused-463');
    expect(secondsUntil(longer?.pausedUntil)).toBeGreaterThan(80_000);
  });

  test('that is over is none, and the next one counts whatever its length', async () => {
    const book = bookOf();
    await book.pause(3_600, 'time-lock');
    await copy.sql`update linked_device_health set paused_until = now() - interval '1 second'`;
    expect(await book.read()).toMatchObject({ pausedUntil: null, pausedWhy: null });
    await book.pause(60, 'refused-463');
    expect(await book.read()).toMatchObject({ pausedWhy: 'refused-463' });
  });

  test('ends by a word, and leaves the state as it is', async () => {
    const book = bookOf();
    await book.tell('open');
    await book.pause(60, 'time-lock');
    await book.tell('waiting', '428', 1);
    expect(await book.read()).toMatchObject({ state: 'waiting', pausedWhy: 'time-lock' });
    await book.resume();
    expect(await book.read()).toMatchObject({
      state: 'waiting',
      why: '428',
      pausedUntil: null,
      pausedWhy: null,
    });
  });
});

describe('an operator’s word', () => {
  test('lifts the pause of one device here and in the outbox, and says so once', async () => {
    await bookOf().pause(3_600, 'refused-463');
    await bookOf('other').pause(3_600, 'refused-463');
    await copy.sql`insert into pause (channel, account, until) values
      ('whatsapp-linked', 'device', now() + interval '1 hour'), ('whatsapp-cloud', 'device', now() + interval '1 hour')`;
    expect(await resumeDevice(copy, 'device')).toEqual({ wasPaused: true, wasStopped: false });
    expect(await bookOf().read()).toMatchObject({ pausedUntil: null });
    expect(await bookOf('other').read()).toMatchObject({ pausedWhy: 'refused-463' });
    expect([...(await copy.sql`select channel from pause`)]).toEqual([{ channel: 'whatsapp-cloud' }]);
    expect(await resumeDevice(copy, 'device')).toEqual({ wasPaused: false, wasStopped: false });
  });

  test('lets a device try again that had stopped', async () => {
    const book = bookOf();
    await book.tell('stopped', 'replaced', 9);
    expect(await resumeDevice(copy, 'device')).toEqual({ wasPaused: false, wasStopped: true });
    expect(await book.read()).toMatchObject({ state: 'waiting', why: 'resumed', failures: 0 });
  });

  test('changes nothing of a device that works, nor where there is none', async () => {
    const book = bookOf();
    expect(await resumeDevice(copy, 'device')).toEqual({ wasPaused: false, wasStopped: false });
    await book.tell('waiting', '428', 3);
    const before = await book.read();
    expect(await resumeDevice(copy, 'device')).toEqual({ wasPaused: false, wasStopped: false });
    expect(await book.read()).toEqual(before);
  });
});
