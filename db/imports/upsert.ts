import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../database.ts';

/** A transaction under way. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** What an import did to its rows. */
export type Counts = { new: number; changed: number; unchanged: number };

/** A row as JSON can carry it: bytes travel as text, as PostgreSQL reads them. */
const carried = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ]),
  );

/**
 * Writes whole rows by their key in one statement and says which were new and which really changed; equal rows are not
 * touched. Every row holds the same columns; a table with `updatedAt` has it set on change.
 */
export const upsert = async <T extends PgTable>(
  tx: Tx,
  table: T,
  key: keyof T['$inferInsert'] & string,
  rows: readonly T['$inferInsert'][],
): Promise<Counts> => {
  const [first] = rows;
  if (!first) return { new: 0, changed: 0, unchanged: 0 };
  const all = getTableColumns(table);
  const given = Object.entries(all).filter(([name]) => name in first);
  const names = (list: typeof given, of = '') =>
    sql.join(
      list.map(([, column]) => sql`${sql.raw(of)}${sql.identifier(column.name)}`),
      sql`, `,
    );
  const shape = sql.join(
    given.map(([name, column]) => sql`${sql.identifier(name)} ${sql.raw(column.getSQLType())}`),
    sql`, `,
  );
  const read = sql.join(
    given.map(([name]) => sql`${sql.identifier(name)}`),
    sql`, `,
  );
  const changes: SQL[] = given
    .filter(([name]) => name !== key)
    .map(([, { name }]) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`);
  if (all.updatedAt) changes.push(sql`${sql.identifier(all.updatedAt.name)} = now()`);
  const keyColumn = all[key];
  if (!keyColumn) throw new Error(`${getTableName(table)} has no column ${key}`);
  // A row that was inserted has no older version, so its xmax is 0.
  const [counted] = await tx.execute<{ new: number; changed: number }>(sql`
    with written as (
      insert into ${table} as old (${names(given)})
      select ${read} from json_to_recordset(${JSON.stringify(rows.map(carried))}::text::json) as given (${shape})
      on conflict (${sql.identifier(keyColumn.name)}) do update set ${sql.join(changes, sql`, `)}
      where (${names(given, 'old.')}) is distinct from (${names(given, 'excluded.')})
      returning (xmax = 0) as fresh
    )
    select count(*) filter (where fresh)::int as new, count(*) filter (where not fresh)::int as changed from written`);
  const { new: added, changed } = counted ?? { new: 0, changed: 0 };
  return { new: added, changed, unchanged: rows.length - added - changed };
};
