import type { Sql, TransactionSql } from 'postgres';
import type { Seal } from '../sealed.ts';
import { type Footer, lineOf } from './backup-file.ts';
import { migrationsOf, quoted, type Table, tablesOf } from './tables.ts';

/** So many rows come from the database together. */
const atOnce = 500;

/** What only the same `APP_KEY` gives: a backup that cannot be opened is none. */
export const keyMark = (seal: Pick<Seal, 'hash'>): string => seal.hash('backup').toString('hex');

/**
 * The rows of a table, each a list of its values as PostgreSQL writes them. Sorted by their key, so that nobody learns from a
 * backup in which order they were written, ballots among them.
 */
const rowsOf = (tx: TransactionSql, { name, columns, key }: Table) => {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join();
  return tx
    .unsafe<{ row: string }[]>(
      `select to_json(array[${values}])::text as row from ${quoted(name)} order by ${key.map(quoted).join()}`,
    )
    .cursor(atOnce);
};

const numbersOf = async (tx: TransactionSql): Promise<Footer['numbers']> => {
  const rows = await tx<{ name: string; last: string }[]>`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`;
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
};

/** How far it is: tables done of how many. */
export type Told = (done: number, of: number) => void;

/** The pieces of a backup in their order. */
async function* piecesOf(tx: TransactionSql, seal: Pick<Seal, 'hash'>, told: Told): AsyncGenerator<Buffer> {
  const [row] = await tx<{ at: string }[]>`select to_json(now()) #>> '{}' as at`;
  const tables = await tablesOf(tx);
  yield lineOf({
    pendopo: 'backup',
    format: 1,
    at: row?.at ?? '',
    migrations: await migrationsOf(tx),
    key: keyMark(seal),
  });
  const rows: Footer['rows'] = {};
  for (const [done, table] of tables.entries()) {
    told(done, tables.length);
    yield lineOf({ table: table.name, columns: table.columns.map(({ name }) => name) });
    let count = 0;
    for await (const some of rowsOf(tx, table)) {
      count += some.length;
      yield Buffer.from(some.map(({ row }) => `${row}\n`).join(''));
    }
    rows[table.name] = count;
  }
  yield lineOf({ rows, numbers: await numbersOf(tx) });
}

/** The whole database as it is at one moment, handed to `into` piece by piece, while the service goes on: a transaction that only reads. */
export const writeBackup = async (
  pool: Sql,
  seal: Pick<Seal, 'hash'>,
  into: (pieces: AsyncIterable<Buffer>) => Promise<void>,
  told: Told,
): Promise<void> => {
  await pool.begin('isolation level repeatable read read only', (tx) => into(piecesOf(tx, seal, told)));
};
