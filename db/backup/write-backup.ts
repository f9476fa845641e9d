import type { Sql, TransactionSql } from 'postgres';
import type { Seal } from '../sealed.ts';
import { type Footer, lineOf, newline, tableEnd } from './backup-file.ts';
import { migrationsOf, type Table, tablesOf } from './tables.ts';

/** What only the same `APP_KEY` gives: a backup that cannot be opened is none. */
export const keyMark = (seal: Pick<Seal, 'hash'>): string => seal.hash('backup').toString('hex');

const rowsIn = (chunk: Uint8Array): number =>
  chunk.reduce((rows, byte) => rows + Number(byte === newline), 0);

/**
 * The rows of a table as `COPY` writes them, sorted by their key, so that nobody learns from a backup in which order they were
 * written, ballots among them. The driver stops reading where a chunk fills its stream, also where that was the last one
 * (porsager/postgres#499): its `_read` makes it go on.
 */
export async function* copyOut(
  tx: TransactionSql,
  { name, columns, key }: Table,
): AsyncGenerator<Uint8Array> {
  const rows =
    await tx`copy (select ${tx(columns)} from ${tx(name)} order by ${tx(key)}) to stdout`.readable();
  yield* rows;
  rows._read(0);
}

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
    yield lineOf({ table: table.name, columns: table.columns });
    let count = 0;
    for await (const chunk of copyOut(tx, table)) {
      count += rowsIn(chunk);
      yield Buffer.from(chunk);
    }
    rows[table.name] = count;
    yield Buffer.from(`${tableEnd}\n`);
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
