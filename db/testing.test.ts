import { afterAll, expect, inject, test, vi } from 'vitest';
import { type TestDatabase, type TestServer, testDatabase } from './testing.ts';
import testingServer from './testing-server.ts';

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const database of made) await database.drop();
});

const fresh = async (): Promise<TestDatabase> => {
  const database = await testDatabase();
  made.push(database);
  return database;
};

test('gives every test a database that nobody else sees', async () => {
  const [one, two] = await Promise.all([fresh(), fresh()]);
  await one.sql`create table only_here (id int)`;
  const [row] = await two.sql<{ found: boolean }[]>`select to_regclass('only_here') is not null as found`;
  expect(row?.found).toBe(false);
});

test('makes many at the same moment from one template', async () => {
  const databases = await Promise.all(Array.from({ length: 8 }, fresh));
  expect(new Set(databases.map((database) => database.url)).size).toBe(8);
});

test('deletes a database that is still in use', async () => {
  const { sql, url, drop } = await testDatabase();
  await sql`select 1`;
  await drop();
  const { sql: other } = await fresh();
  const name = new URL(url).pathname.slice(1);
  expect(await other`select 1 from pg_database where datname = ${name}`).toHaveLength(0);
});

test('keeps every acknowledged row on the disk, as in service', async () => {
  const { sql } = await fresh();
  const [row] = await sql<{ fsync: string }[]>`select current_setting('fsync') as fsync`;
  expect(row?.fsync).toBe('on');
});

test('lowers letters beyond a to z', async () => {
  const { sql } = await fresh();
  const [row] = await sql<{ lowered: string }[]>`select lower('KÉCAP ÈLING') as lowered`;
  expect(row?.lowered).toBe('kécap èling');
});

test('a second run on the same server sweeps what a killed run left, and nothing that is in use', async () => {
  const ours = await fresh();
  const { url } = inject('testServer');
  await ours.sql`create database pendopo_test_1_left`;
  vi.stubEnv('TEST_DATABASE_URL', url);
  const given: TestServer[] = [];
  const end = await testingServer({ provide: (_, server) => given.push(server as TestServer) });
  vi.unstubAllEnvs();
  const names = (await ours.sql<{ name: string }[]>`select datname as name from pg_database`).map(
    (row) => row.name,
  );
  expect(names).not.toContain('pendopo_test_1_left');
  expect(names).toContain(new URL(ours.url).pathname.slice(1));
  expect(names).toContain(given[0]?.template);
  await end();
  const left = await ours.sql`select 1 from pg_database where datname = ${given[0]?.template ?? ''}`;
  expect(left).toHaveLength(0);
});
