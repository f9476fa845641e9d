import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { account } from '../../../bot/channels/whatsapp-linked/index.ts';
import { connect, type Database } from '../../../db/database.ts';
import { createHealthBook, type HealthBook } from '../../../db/linked-device-health.ts';
import { createDeviceLease } from '../../../db/linked-device-lease.ts';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { createMetrics } from '../../metrics.ts';
import { healthRoute } from '../../routes/health.ts';
import { createStanding } from './standing.ts';

const zone = 'Asia/Jakarta';
let copy: TestDatabase;
let database: Database;
let book: HealthBook;
beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url);
  book = createHealthBook(database, account, zone);
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});
beforeEach(async () => {
  await copy.sql`truncate linked_device_health, linked_device_day, linked_device_lease, linked_device_message`;
});

const holdIt = () => createDeviceLease(copy, account, '6f1c2f2e-3f0a-4d5e-9a53-0d9c55b5a001').take();

describe('/health/ready', () => {
  const ready = async () => {
    const answer = await healthRoute({ database }, createStanding(database, zone)).request('/ready');
    return { status: answer.status, ...(await answer.json()) };
  };

  test('says that nobody has linked a number yet', async () => {
    expect((await ready()).linkedDevice).toEqual({
      state: 'unlinked',
      since: null,
      why: null,
      failures: 0,
      pausedUntil: null,
      pausedWhy: null,
      owned: false,
      undecided: 0,
    });
  });

  test('says how the device stands', async () => {
    await book.tell('open');
    await book.pause(3_600, 'refused-463');
    await book.count('heard');
    await copy.sql`insert into linked_device_message (key, account, stanza) values ('\\x01', ${account}, '\\xaa')`;
    await holdIt();
    const { linkedDevice } = await ready();
    expect(linkedDevice).toMatchObject({
      state: 'open',
      owned: true,
      undecided: 1,
      pausedWhy: 'refused-463',
    });
    expect(Date.parse(linkedDevice.since)).not.toBeNaN();
    expect(Date.parse(linkedDevice.pausedUntil)).toBeGreaterThan(Date.parse(linkedDevice.since));
  });

  test.each(['unlinked', 'connecting', 'waiting', 'stopped'] as const)(
    'is ready while the device is %s, for the other channels work',
    async (state) => {
      await book.tell(state, 'banned', 9);
      expect(await ready()).toMatchObject({
        status: 200,
        ready: true,
        linkedDevice: { state, why: 'banned', failures: 9 },
      });
    },
  );

  test('says nothing of a device where the service has none', async () => {
    await book.tell('open');
    const answer = await healthRoute({ database }).request('/ready');
    expect(await answer.json()).not.toHaveProperty('linkedDevice');
  });
});

describe('a look at the device', () => {
  test('serves everybody who asks within three seconds', async () => {
    let clock = 0;
    const standing = createStanding(database, zone, () => clock);
    await book.tell('connecting');
    const looks = await Promise.all([standing(), standing()]);
    expect(looks.map(({ state }) => state)).toEqual(['connecting', 'connecting']);
    await book.tell('open');
    clock = 2_999;
    expect((await standing()).state).toBe('connecting');
    clock = 3_000;
    expect((await standing()).state).toBe('open');
  });

  test('that failed is not remembered', async () => {
    const standing = createStanding(database, zone, () => 0);
    await book.tell('open');
    await copy.sql`alter table linked_device_health rename to linked_device_away`;
    await expect(standing()).rejects.toThrow();
    await copy.sql`alter table linked_device_away rename to linked_device_health`;
    expect((await standing()).state).toBe('open');
  });
});

describe('/metrics', () => {
  const figures = async (linkedDevice?: { zone: string }) => {
    const text = await (await createMetrics().route(database, linkedDevice).request('/')).text();
    const lines = text.split('\n').filter((line) => line.startsWith('pendopo_linked_device'));
    return Object.fromEntries(lines.map((line) => line.replace('pendopo_linked_device_', '').split(' ')));
  };
  const untouched = {
    up: '0',
    'state{state="unlinked"}': '1',
    'state{state="connecting"}': '0',
    'state{state="open"}': '0',
    'state{state="waiting"}': '0',
    'state{state="stopped"}': '0',
    failures: '0',
    paused: '0',
    undecided_messages: '0',
    heard_total: '0',
    sent_total: '0',
    refused_total: '0',
    unopened_total: '0',
    reconnects_total: '0',
  };

  test('hold every figure of a device that nobody has used yet, and none where there is no device', async () => {
    expect(await figures({ zone })).toEqual(untouched);
    expect(await figures()).toEqual({});
  });

  test('follow the device; sums go on over days and are the same after a restart', async () => {
    const route = createMetrics().route(database, { zone });
    const look = async () => {
      const text = await (await route.request('/')).text();
      return (name: string) => text.match(new RegExp(`^pendopo_linked_device_${name} (.*)$`, 'm'))?.[1];
    };
    await book.tell('open');
    await holdIt();
    await copy.sql`insert into linked_device_day (account, day, heard, sent)
      values (${account}, '2026-01-01', 40, 30), ('other', '2026-01-01', 7, 7)`;
    await book.count('heard', 2);
    const first = await look();
    expect(['up', 'heard_total', 'sent_total'].map(first)).toEqual(['1', '42', '30']);
    await book.count('heard');
    await book.tell('waiting', '428', 2);
    await book.pause(60, 'time-lock');
    await copy.sql`insert into linked_device_message (key, account, stanza) values ('\\x01', ${account}, '\\xaa')`;
    const next = await look();
    const names = ['up', 'failures', 'paused', 'undecided_messages', 'heard_total', 'state{state="waiting"}'];
    const shown = names.map((name) => next(name.replace(/[{}]/g, '\\$&')));
    expect(shown).toEqual(['0', '2', '1', '1', '43', '1']);
    expect(await figures({ zone })).toMatchObject({ heard_total: '43', sent_total: '30' });
  });

  test('never go back, though a message that was counted was not sent after all', async () => {
    const route = createMetrics().route(database, { zone });
    const sent = async () =>
      /^pendopo_linked_device_sent_total (.*)$/m.exec(await (await route.request('/')).text())?.[1];
    await book.count('sent', 5);
    expect(await sent()).toBe('5');
    await book.count('sent', -1);
    expect(await sent()).toBe('5');
    await book.count('sent', 3);
    expect(await sent()).toBe('7');
  });

  test('do not call a device connected whose process has gone', async () => {
    await book.tell('open');
    expect(await figures({ zone })).toMatchObject({ up: '0', 'state{state="open"}': '1' });
  });
});
