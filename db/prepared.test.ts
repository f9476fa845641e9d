import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from './database.ts';
import { prepared } from './prepared.ts';
import { testDatabase } from './testing.ts';

const spread = prepared<{ one: string }>(
  sql`select one from unnest(${sql.placeholder('list')}::text[]) as one`,
);

test('a list arrives as it was given, whatever stands in it', async () => {
  const own = await testDatabase();
  const database = connect(own.url, { max: 1 });
  const list = ['biasa', '', 'null', 'a,b', '{c}', 'kata "kutip"', 'garis\\miring', 'dua\nbaris', 'é 🙂'];
  expect((await spread(database.sql, { list })).map(({ one }) => one)).toEqual(list);
  expect(await spread(database.sql, { list: [] })).toEqual([]);
  await database.close();
  await own.drop();
});
