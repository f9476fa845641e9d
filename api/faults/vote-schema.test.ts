import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';

const cards = ['award_ballot', 'award_cast', 'award_receipt'];
const both = [...cards, 'award_participation', 'award_roll'];

let own: TestDatabase;
beforeAll(async () => {
  own = await testDatabase();
});
afterAll(() => own.drop());

test('V1: nothing but the cycle and the category is common to who voted and to what was cast', async () => {
  const { sql } = own;
  const columns = await sql<{ at: string }[]>`
    select table_name || '.' || column_name || ' ' || data_type || coalesce(' ' || column_default, '') as at
    from information_schema.columns where table_name in ${sql(cards)} order by 1`;
  expect(columns.map(({ at }) => at)).toEqual([
    'award_ballot.ballot jsonb',
    'award_ballot.category text',
    'award_ballot.cycle_id bigint',
    'award_ballot.id uuid',
    'award_cast.ballot jsonb',
    'award_cast.category text',
    'award_cast.cycle_id bigint',
    'award_cast.place integer',
    'award_receipt.category text',
    'award_receipt.cycle_id bigint',
    'award_receipt.hash text',
  ]);
  const keys = await sql<{ to: string }[]>`
    select distinct confrelid::regclass::text as "to" from pg_constraint
    where contype = 'f' and conrelid::regclass::text in ${sql(cards)}`;
  expect(keys.map(({ to }) => to)).toEqual(['award_cycle']);
  const pointing =
    await sql`select 1 from pg_constraint where contype = 'f' and confrelid::regclass::text in ${sql(cards)}`;
  const woken =
    await sql`select 1 from pg_trigger where not tgisinternal and tgrelid::regclass::text in ${sql(both)}`;
  expect([pointing.length, woken.length]).toEqual([0, 0]);
  const indexes = await sql<{ at: string }[]>`
    select tablename || ' ' || substring(indexdef from '\\((.*)\\)') as at from pg_indexes where tablename in ${sql(cards)} order by 1`;
  expect(indexes.map(({ at }) => at)).toEqual([
    'award_ballot id',
    'award_cast cycle_id, category, place',
    'award_receipt cycle_id, category, hash',
  ]);
});
