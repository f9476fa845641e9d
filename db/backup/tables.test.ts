import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { tablesOf } from './tables.ts';

let copy: TestDatabase;
let database: Database;
beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 1 });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

test('tables stand after those that they refer to, each with columns and something to sort it by', async () => {
  const tables = await tablesOf(database.sql);
  const names = tables.map(({ name }) => name);
  expect(names.indexOf('unit')).toBeLessThan(names.indexOf('employee'));
  expect(names.indexOf('report')).toBeLessThan(names.indexOf('report_event'));
  for (const { name, columns, key } of tables) expect([columns.length, key.length], name).not.toContain(0);
});
