import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { forgetPhotos } from '../../api/media/forget-photos.ts';
import { createDiskStorage } from '../../api/media/storage/disk.ts';
import { connect, type Database } from '../database.ts';
import { dropDatabase } from '../drop-database.ts';
import { createSeal } from '../sealed.ts';
import { seedCity } from '../seed/index.ts';
import { forget } from '../stores/forget.ts';
import { askRights } from '../stores/rights.ts';
import { addTombstones, readTombstones } from '../stores/tombstone.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { forgetAgain } from './forget-again.ts';
import { canariesOf, type Planted, plant } from './testing/plant.ts';
import { everyText } from './testing/scan.ts';

const seal = createSeal(Buffer.alloc(32, 9));
const people = 100;

let copy: TestDatabase;
let database: Database;
let folder: string;
let restored: string | undefined;

beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), 'pendopo-forget-'));
  await seedCity(database, 'salatiga');
});
afterAll(async () => {
  await database.close();
  await copy.drop();
  if (restored) await atServer((server) => dropDatabase(server, restored ?? ''));
  await rm(folder, { recursive: true, force: true });
});

const atServer = async (work: (server: postgres.Sql) => Promise<unknown>) => {
  const server = postgres(inject('testServer').url, { max: 1, onnotice: () => {} });
  await work(server).finally(() => server.end({ timeout: 1 }));
};

const textsOfFiles = async (from: string): Promise<string[]> => {
  const names = await readdir(from, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(files.map((file) => readFile(file, 'latin1')));
};

/** Of whom anything is left, in tables or files. */
const leftOf = async (at: Database, files: string, planted: readonly Planted[]): Promise<string[]> => {
  const { texts, closed } = await everyText(at.sql, seal);
  expect(closed).toEqual([]);
  const all = [...texts, ...(await textsOfFiles(files))];
  return planted.flatMap((person) =>
    all.some((text) => canariesOf(person).some((canary) => text.includes(canary))) ? [person.name] : [],
  );
};

/** What the nightly job does. */
const night = async (at: Database, files: string, now: Date): Promise<void> => {
  await forget(at, seal, now);
  await forgetPhotos({ database: at }, createDiskStorage(files));
  await forget(at, seal, now);
};

/** A backup: the database and its photos as they are now. */
const backUp = async (files: string): Promise<string> => {
  const name = `${inject('testServer').prefix}restored`;
  const current = new URL(copy.url).pathname.slice(1);
  await atServer(async (server) => {
    // An autovacuum worker belongs to the superuser and may not be ended by us; `create database` sends it away itself.
    await server`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${current} and backend_type = 'client backend'`;
    await server`create database ${server(name)} template ${server(current)}`;
  });
  restored = name;
  await cp(files, `${folder}/backup`, { recursive: true });
  return name;
};

test('a hundred people who ask are gone from every table and file, and from a backup that is restored', async () => {
  const files = join(folder, 'media');
  const storage = createDiskStorage(files);
  const planted: Planted[] = [];
  const at = new Date();
  const [other] = await database.sql<{ id: number }[]>`
    insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, channel, received_at, first_answer_due, resolve_due)
    values ('SLT-000000', 'pengaduan', 'lampu_jalan', (select min(code) from unit), 'diproses', true, false, 'lampu', 'telegram', ${at.toISOString()},
      '2026-11-25', '2026-12-10') returning id::int as id`;
  for (let n = 0; n < people; n++)
    planted.push(await plant(database, seal, storage, { n, at, followed: other?.id ?? 0 }));
  expect(await leftOf(database, files, planted)).toHaveLength(people);
  const name = await backUp(files);

  const asked = new Date();
  await Promise.all(
    planted.map(({ contact }, n) =>
      database.sql.begin((tx) =>
        askRights(
          tx,
          seal,
          { id: contact },
          { do: 'rights.delete', number: `D-X${String(n).padStart(5, '0')}` },
          asked,
        ),
      ),
    ),
  );
  await night(database, files, asked);
  expect(await leftOf(database, files, planted)).toEqual([]);
  const [kept] =
    await database.sql`select count(*)::int as reports, count(words)::int as open, count(sealed)::int as closed,
    count(distinct round(lat::numeric, 5)) as spots from report where state = 'selesai'`;
  expect(kept).toMatchObject({ reports: 200, open: 100, closed: 100 });
  const [cases] =
    await database.sql`select count(*)::int as done from rights_request where kind = 'delete' and state = 'done'`;
  expect(cases?.done).toBe(people);
  expect(await database.sql`select 1 from skm_wish`).toEqual([]);

  const tombstones = await readTombstones(database.sql);
  expect(tombstones).toHaveLength(people);
  const url = new URL(copy.url);
  url.pathname = `/${name}`;
  const back = connect(url.href, { max: 4 });
  const backup = join(folder, 'backup');
  expect(await leftOf(back, backup, planted)).toHaveLength(people);
  await addTombstones(back.sql, tombstones);
  expect(await forgetAgain(back, seal)).toEqual({ people, reports: 200 });
  await night(back, backup, new Date());
  expect(await leftOf(back, backup, planted)).toEqual([]);
  await back.close();
});
