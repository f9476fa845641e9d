import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Database } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { size } from '../faults/size.ts';
import { testKey } from '../testing/hall.ts';
import { hushSignal } from './hushed-signal.ts';
import type { LeaseTimes } from './ownership.ts';
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
beforeEach(async () => {
  unhush = hushSignal();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
});
afterEach(async () => {
  unhush();
  await whatsApp.close();
  expect(whatsApp.faults()).toEqual([]);
});

const takeOvers = size(3, 50);
const ways = (process.env.WAYS ?? 'kill,freeze,stop').split(',');
const people = 5;
const longest = 20_000;
const times: LeaseTimes = { lease: 2_000, heartbeat: 500, standby: 300 };

/** Writes down, for everything that is written to the device's memory, by which process and under whose fence. */
const watchWrites = async () => {
  await copy.sql`create table device_write (process text not null, fence bigint not null, unique (process, fence))`;
  await copy.sql`
    create function note_write() returns trigger language plpgsql as $$ begin
      insert into device_write select current_setting('application_name'), fence from linked_device_lease on conflict do nothing;
      return null;
    end $$`;
  for (const table of ['linked_device', 'linked_device_key'])
    await copy.sql`create trigger note_write after insert or update or delete on ${copy.sql(table)} execute function note_write()`;
};

const writersOf = async (): Promise<ReadonlyMap<number, string[]>> => {
  const rows = await copy.sql<{ process: string; fence: number }[]>`
    select process, fence::int as fence from device_write where process like '/process-%'`;
  return Map.groupBy(rows, ({ fence }) => fence) as never;
};

/** How many messages have had their effect, and how many turns the conversations have made of them. */
const decided = async () => {
  const [row] = await copy.sql<{ messages: number; turns: number }[]>`
    select (select count(*)::int from inbox) as messages, (select coalesce(sum(revision), 0)::int from talk) as turns`;
  return row;
};

test(`over ${takeOvers} take-overs from processes that are killed, frozen and stopped, one owns the device at any time`, async () => {
  await watchWrites();
  const start = () => startOwner(whatsApp, { databaseUrl: copy.url, key: testKey, times });
  const all: OwnerProcess[] = [];
  const begin = async () => {
    const begun = await start();
    all.push(begun);
    return begun;
  };
  const frozen = new Set<string>();
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
      await sleep(100);
    }
  })();

  for (let turn = 0; turn < takeOvers; turn++) {
    const before = await owned();
    const way = ways[turn % ways.length];
    if (way === 'freeze') {
      frozen.add(before.path);
      const [lost, since] = [before.told('linked-device-lost').length, Date.now()];
      before.freeze();
      await owned(before);
      await sleep(Math.max(0, since + 2 * times.lease - Date.now()));
      before.thaw();
      await until(() => before.told('linked-device-lost').length > lost, longest);
      frozen.delete(before.path);
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
  await until(() => mailbox?.waiting().length === 0, longest).catch((e) => {
    console.log('DEBUG', written, mailbox?.waiting().length, mailbox?.ticked().length, JSON.stringify(mailbox?.waiting().slice(0, 4).map((m) => m.attrs)), mailbox?.ticked().filter((t) => t.error).length);
    for (const one of all) console.log('DEBUG', one.path, JSON.stringify(Object.fromEntries(Object.entries(Object.groupBy(one.lines, (l) => l.event + ' ' + (l.code ?? ''))).map(([k, v]) => [k, v?.length]))), one.late());
    console.log('DEBUG', whatsApp.livePath(), whatsApp.logIns());
    throw e;
  });
  await expect
    .poll(decided, { timeout: longest, interval: 100 })
    .toEqual({ messages: written, turns: written });
  await Promise.all([...standing].map((process) => process.stop()));

  const fences = all.flatMap(({ path, told }) =>
    told('linked-device-open').map(({ id }) => [Number(id), path]),
  );
  console.log(
    `take-overs ${takeOvers}, owners ${new Set(fences.map(([fence]) => fence)).size}, messages ${written}`,
  );
  for (const [fence, processes] of await writersOf())
    expect([fence, processes]).toEqual([fence, [processes[0]]]);
  expect(all.map(({ late }) => late().written)).toEqual(all.map(() => 0));
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
