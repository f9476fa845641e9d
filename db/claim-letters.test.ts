import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimLetters } from './claim-letters.ts';
import { connect, type Database } from './database.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url, { max: 2 });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

type Node = {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
};

/** The most rows that any part of a plan looked at. */
const looked = (node: Node): number =>
  Math.max(
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    ...(node.Plans ?? []).map(looked),
  );

const blanks = { accounts: ['telegram|4242'], from: false, to: true, most: 50, lease: 30 };

/** How many rows taking fifty letters looks at, on the connections it is taken by, once their plan is made for any blanks. */
const rowsLooked = async (): Promise<number> => {
  let text = '';
  const hear = (said: string) => {
    text = said;
    return { execute: async () => [] };
  };
  const values: unknown[] = [];
  await claimLetters(
    {
      unsafe: ((said: string, given: unknown[]) => {
        values.push(...given);
        return hear(said);
      }) as never,
    },
    blanks,
  );
  const written = values
    .map((value) => (typeof value === 'string' ? `'${value}'` : String(value)))
    .join(', ');
  const { keyed } = database;
  await keyed.unsafe('set plan_cache_mode = force_generic_plan');
  await keyed.unsafe(`prepare taking as ${text}`);
  const [row] = await keyed.unsafe<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(
    `explain (analyze, format json) execute taking (${written})`,
  );
  await keyed.unsafe('deallocate taking');
  return looked(row?.['QUERY PLAN'][0].Plan as Node);
};

test('taking letters looks at a few however many wait, also where the planner believes that there are few', async () => {
  const { sql } = own;
  await sql`analyze`;
  await sql`insert into contact (key, channel, account, address)
    select convert_to('k' || n, 'utf8'), 'telegram', '4242', '' from generate_series(1, 3000) as n`;
  await sql`insert into letter (contact_id, channel, bulk, body) select id, 'telegram', true, '' from contact`;
  expect(await rowsLooked()).toBeLessThan(200);
  await sql`analyze`;
  expect(await rowsLooked()).toBeLessThan(300);
  const [taken] = await sql`select count(*)::int as count from letter where state = 'sending'`;
  expect(taken?.count).toBe(100);
});

test('letters of an account that asked for silence are not looked at', async () => {
  await own.sql`insert into pause (channel, account, until) values ('telegram', '4242', now() + interval '1 hour')`;
  expect(await rowsLooked()).toBeLessThan(20);
  await own.sql`delete from pause`;
  await own.sql`insert into bulk_pause (since) values (now())`;
  expect(await rowsLooked()).toBeLessThan(20);
});
