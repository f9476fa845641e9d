import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import type { TestProject } from 'vitest/node';
import { dropDatabase } from './drop-database.ts';
import { temporaryServer } from './temporary-server.ts';
import type {} from './testing.ts';

const migrations = fileURLToPath(new URL('./migrations', import.meta.url));
const compiled = fileURLToPath(new URL('../node_modules/.cache/pendopo-compiled', import.meta.url));
const family = 7301;

/**
 * Vitest's global setup: one PostgreSQL for the whole run (TEST_DATABASE_URL, or a temporary one) and in it one migrated template that every test file copies. Programs
 * that tests start keep what Node compiled, so that it is compiled once and not at every start.
 */
export default async function testingServer({
  provide,
}: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  process.env.NODE_COMPILE_CACHE ??= compiled;
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await temporaryServer();
  const run = randomInt(2 ** 31 - 1);
  const prefix = `pendopo_test_${run}_`;
  const keeper = postgres(server.url, { max: 1, max_lifetime: null, onnotice: () => {} });
  await keeper`select pg_advisory_lock(${family}, ${run})`;
  await sweep(keeper, run);
  const template = `${prefix}template`;
  await makeTemplate(keeper, server.url, template);
  provide('testServer', { url: server.url, template, prefix });
  return async () => {
    await dropAll(keeper, run);
    await keeper.end({ timeout: 5 });
    await server.stop();
  };
}

/** Nobody may connect to the template once it is ready, so copying it is never refused. */
async function makeTemplate(keeper: Sql, server: string, name: string): Promise<void> {
  await keeper`create database ${keeper(name)}`;
  if (existsSync(join(migrations, 'meta', '_journal.json'))) {
    const url = new URL(server);
    url.pathname = `/${name}`;
    const sql = postgres(url.href, { max: 1, onnotice: () => {} });
    await migrate(drizzle(sql), { migrationsFolder: migrations });
    await sql.end({ timeout: 5 });
  }
  await keeper`alter database ${keeper(name)} with allow_connections false`;
}

/** A run holds an advisory lock on its number while it lives: databases of a number that is free are leftovers. */
async function sweep(keeper: Sql, ours: number): Promise<void> {
  const rows = await keeper<{ run: number }[]>`
    select distinct split_part(datname, '_', 3)::int as run
    from pg_database where datname ~ '^pendopo_test_[0-9]{1,10}_'`;
  for (const { run } of rows.filter((row) => row.run !== ours)) {
    const [row] = await keeper<{ free: boolean }[]>`select pg_try_advisory_lock(${family}, ${run}) as free`;
    if (!row?.free) continue;
    await dropAll(keeper, run);
    await keeper`select pg_advisory_unlock(${family}, ${run})`;
  }
}

async function dropAll(keeper: Sql, run: number): Promise<void> {
  const rows = await keeper<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, ${`pendopo_test_${run}_`})`;
  for (const { name } of rows) await dropDatabase(keeper, name);
}
