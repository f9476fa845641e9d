import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as schema from '../schema/index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { goesWith, impersonal, rules } from './rules.ts';
import { linesOf } from './told-rules.ts';

let copy: TestDatabase;
beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());

/** Tables that nobody has said anything about. */
const unsaid = (tables: readonly string[]): string[] => {
  const said = new Set([
    ...rules.map(({ table }) => table),
    ...Object.keys(goesWith),
    ...Object.keys(impersonal),
  ]);
  return tables.filter((table) => !said.has(table));
};

test('of every table it is said how long its rows are kept, or why nobody is in them', async () => {
  const declared = Object.values(schema).flatMap((one) =>
    is(one, PgTable) ? [getTableConfig(one).name] : [],
  );
  const there = await copy.sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  expect(declared.length).toBeGreaterThan(35);
  expect(unsaid(declared)).toEqual([]);
  expect(unsaid(there.map(({ name }) => name))).toEqual([]);
  expect(unsaid(['report', 'diary'])).toEqual(['diary']);
});

test('nothing is said of a table that is not there', async () => {
  const there = await copy.sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  const names = new Set(there.map(({ name }) => name));
  const said = [...rules.map(({ table }) => table), ...Object.keys(goesWith), ...Object.keys(impersonal)];
  expect(said.filter((table) => !names.has(table))).toEqual([]);
});

test('a table that goes with another one does go', async () => {
  for (const [table, other] of Object.entries(goesWith)) {
    const cascades = await copy.sql`select 1 from pg_constraint
      where conrelid = ${table}::regclass and confrelid = ${other}::regclass and confdeltype = 'c'`;
    expect(cascades.length, table).toBeGreaterThan(0);
  }
});

test('every rule runs on an empty house and ends', async () => {
  const seal = { seal: () => Buffer.of(), open: () => '', hash: () => Buffer.of() };
  for (const { table, take } of rules)
    expect([table, await take(copy.sql, { before: '2030-01-01T00:00:00Z', most: 10 }, seal)]).toEqual([
      table,
      0,
    ]);
});

test('the page cannot say two things of one line', () => {
  const [rule] = rules;
  if (!rule) throw new Error('no rules');
  expect(() =>
    linesOf([
      { ...rule, told: 'text' },
      { ...rule, told: 'text', days: rule.days + 1 },
    ]),
  ).toThrow('the rules of "text" differ');
});
