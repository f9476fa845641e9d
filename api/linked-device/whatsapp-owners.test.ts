import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Database } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { size } from '../faults/size.ts';
import { testKey } from '../testing/hall.ts';
import { hushSignal } from './hushed-signal.ts';
import type { LeaseTimes } from './owning/ownership.ts';
import { deviceOn, linkOn } from './testing/on-whatsapp.ts';
import { type OwnerProcess, startOwner } from './testing/owners.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let copy: TestDatabase;
let database: Database;
let whatsApp: WhatsApp;
beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url);
  await seedCity(database, 'salatiga');
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});
let unhush: () => void;
let all: OwnerProcess[] = [];
beforeEach(async () => {
  unhush = hushSignal();
  whatsApp = await openWhatsApp();
  await copy.sql`truncate linked_device_lease, linked_device_health`;
  await linkOn(whatsApp, copy);
});
afterEach(async () => {
  await Promise.all(all.map((process) => process.kill()));
  all = [];
  unhush();
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const takeOvers = size(3, 50);
const ways = ['kill', 'freeze', 'stop'] as const;
const people = 5;
const longest = 60_000;
const times: LeaseTimes = { lease: 2_000, heartbeat: 500, standby: 300 };

/** Writes down, for everything that is put into the device's memory, by which process and under whose fence; what was opened and decided may go at any time. */
const watchWrites = async () => {
  await copy.sql`create table device_write (process text not null, fence bigint not null, unique (process, fence))`;
  await copy.sql`
    create function note_write() returns trigger language plpgsql as $$ begin
      insert into device_write select current_setting('application_name'), fence from linked_device_lease on conflict do nothing;
      return null;
    end $$`;
  for (const table of ['linked_device', 'linked_device_key'])
    await copy.sql`create trigger note_write after insert or update on ${copy.sql(table)} execute function note_write()`;
};

/** By which processes anything was written under each fence. */
const writersOf = async (): Promise<ReadonlyMap<number, string[]>> => {
  const rows = await copy.sql<{ process: string; fence: number }[]>`
    select process, fence::int as fence from device_write where process like '/process-%'`;
  const byFence = Map.groupBy(rows, ({ fence }) => fence);
  return new Map([...byFence].map(([fence, all]) => [fence, all.map(({ process }) => process)]));
};

/** How many messages have had their effect: one that is lost is missing, one that is taken for two is counted twice. */
const decided = async () =>
  (await copy.sql<{ messages: number }[]>`select count(*)::int as messages from inbox`)[0]?.messages;

/** How often a process has let the device go by itself: somebody else may have it, or the server ended what it froze in. */
const gaveUp = ({ told }: OwnerProcess): number =>
  told('linked-device-lost').length + told('linked-device-broken').length;

test(`over ${takeOvers} take-overs from processes that are killed, frozen and stopped, one owns the device at any time`, async () => {
  await watchWrites();
  const fences: { fence: number; path: string }[] = [];
  const start = () =>
    startOwner(whatsApp, {
      databaseUrl: copy.url,
      key: testKey,
      times,
      heard: ({ event, id }, path) => {
        if (event === 'linked-device-open') fences.push({ fence: Number(id), path });
      },
    });
  const begin = async () => {
    const begun = await start();
    all.push(begun);
    return begun;
  };
  const wasFrozen = new Set<string>();
  const standing = new Set([await begin(), await begin()]);
  const owner = () => [...standing].find(({ path }) => path === whatsApp.livePath());
  const owned = async (besides?: OwnerProcess): Promise<OwnerProcess> => {
    await until(() => owner() !== undefined && owner() !== besides, longest);
    return owner() as OwnerProcess;
  };

  const citizens = Array.from({ length: people }, (_, i) => whatsApp.person(i + 1));
  let written = 0;
  let isOver = false;
  const writing = (async () => {
    while (!isOver) {
      await citizens[written % people]?.type(`giliran ${written}`);
      written += 1;
      await sleep(300);
    }
  })();

  for (let turn = 0; turn < takeOvers; turn++) {
    const before = await owned();
    const way = ways[turn % ways.length];
    if (way === 'freeze') {
      wasFrozen.add(before.path);
      const [lost, since] = [gaveUp(before), Date.now()];
      before.freeze();
      await owned(before);
      await sleep(Math.max(0, since + 2 * times.lease - Date.now()));
      before.thaw();
      await until(() => gaveUp(before) > lost, longest);
      continue;
    }
    standing.delete(before);
    const gone = way === 'kill' ? before.kill() : before.stop();
    await owned(before);
    await gone;
    standing.add(await begin());
  }
  await owned();
  isOver = true;
  await writing;
  const mailbox = whatsApp.devices.all()[0]?.mailbox;
  await until(() => mailbox?.waiting().length === 0, longest);
  await expect.poll(decided, { timeout: longest, interval: 100 }).toBe(written);
  await Promise.all([...standing].map((process) => process.stop()));

  const late = all.map((process) => process.late());
  console.log(
    `take-overs ${takeOvers}, logins ${whatsApp.logIns().length}, fences ${new Set(fences.map(({ fence }) => fence)).size}, messages ${written}, late writes refused ${late.reduce((sum, { refused }) => sum + refused, 0)}`,
  );
  expect(written).toBeGreaterThan(takeOvers);
  expect(late.map((one) => one.written)).toEqual(all.map(() => 0));
  for (const { path, over } of whatsApp.logIns())
    if (over !== undefined && over !== path) expect(wasFrozen).toContain(over);
  const owns = new Map(fences.map(({ fence, path }) => [fence, path]));
  for (const [fence, processes] of await writersOf())
    expect({ fence, processes }).toEqual({ fence, processes: [owns.get(fence) ?? processes[0]] });
  const order = fences.map(({ fence }) => fence);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  for (const { fence, path } of fences) expect(owns.get(fence)).toBe(path);
  expect(whatsApp.mostAtOnce()).toBe(1);
}, 1_800_000);

test('a device that somebody outside has taken is left to them, by all who stand by', async () => {
  const [first, second] = [deviceOn(whatsApp, copy, { times }), deviceOn(whatsApp, copy, { times })];
  await first.begin();
  await until(() => whatsApp.isLive());
  await second.begin();
  whatsApp.end('replaced');
  await until(() => first.told('linked-device-stopped').length === 1);
  const came = whatsApp.came();
  await sleep(2 * times.lease);
  expect(whatsApp.came()).toBe(came);
  expect(second.lines).toEqual([]);
  await Promise.all([first.stop(), second.stop()]);
});
