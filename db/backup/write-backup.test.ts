import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { tablesOf } from './tables.ts';
import { copyOut } from './write-backup.ts';

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

test('a connection goes on after a table of any size, read quickly or slowly', async () => {
  const table = { name: 'spare', columns: ['id', 'words'], key: ['id'] };
  await database.sql`create table spare (id int primary key, words text)`;
  for (let round = 0; round < 60; round++) {
    await database.sql`insert into spare select ${round}::int * 60 + n, repeat('x', 100) from generate_series(1, 60) n`;
    const bytes = await database.sql.begin('read only', async (tx) => {
      let size = 0;
      for await (const chunk of copyOut(tx, table)) {
        if (size === 0) await sleep(3);
        size += chunk.length;
      }
      await tx`select 1`;
      return size;
    });
    expect(bytes).toBeGreaterThan((round + 1) * 60 * 100);
  }
}, 30_000);
