import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';

/** Has the server write all it holds to disk: only a superuser may ask for that, but a copy of a database by its files begins with it. */
export const checkpoint = async (sql: Sql): Promise<void> => {
  const [row] = await sql<{ name: string }[]>`select current_database() || '_c' as name`;
  if (!row) throw new Error('a database without a name');
  await sql`create database ${sql(row.name)} template template0 strategy file_copy`;
  await sql`drop database ${sql(row.name)}`;
};

/** Where the write-ahead log stands. */
export const logEnd = async (sql: Sql): Promise<string> => {
  const [row] = await sql<{ lsn: string }[]>`select pg_current_wal_insert_lsn()::text as lsn`;
  return row?.lsn ?? '';
};

/** A page of the log and its header, in bytes; the first page of a file has a longer one (`access/xlog_internal.h`). */
const page = { size: 8_192, header: 24, first: 40 };

/** The log in one file between two offsets, without the headers of its pages: what lies across two pages stands in one piece. */
const recordsIn = (file: Buffer, from: number, until: number): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = from - (from % page.size); at < until; at += page.size) {
    const begins = at + (at === 0 ? page.first : page.header);
    pieces.push(file.subarray(Math.max(begins, from), Math.max(begins, Math.min(at + page.size, until))));
  }
  return Buffer.concat(pieces);
};

/** The write-ahead log of the whole server between two of its places. */
export const writeAheadLog = async (
  sql: Sql,
  folder: string,
  from: string,
  until: string,
): Promise<Buffer> => {
  const [bounds] = await sql<{ low: string; first: number; high: string; last: number }[]>`
    select w.file_name as low, w.file_offset as first, u.file_name as high, u.file_offset as last
    from pg_walfile_name_offset(${from}::pg_lsn) w, pg_walfile_name_offset(${until}::pg_lsn) u`;
  if (!bounds) throw new Error('no place in the log');
  const { low, first, high, last } = bounds;
  const names = (await readdir(join(folder, 'pg_wal')))
    .filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= low && name <= high)
    .sort();
  if (names[0] !== low) throw new Error('the log of the vote was recycled');
  const parts = await Promise.all(names.map((name) => readFile(join(folder, 'pg_wal', name))));
  return Buffer.concat(
    parts.map((part, at) =>
      recordsIn(part, at === 0 ? first : 0, at === names.length - 1 ? last : part.length),
    ),
  );
};

/** The files in which the tables and indexes of this database lie, dead rows and all; `besides` those of some tables. */
export const tableFiles = async (sql: Sql, folder: string, besides: readonly string[]): Promise<Buffer> => {
  await checkpoint(sql);
  const files = await sql<{ path: string }[]>`
    select pg_relation_filepath(c.oid) as path from pg_class c left join pg_index i on i.indexrelid = c.oid
    where pg_relation_filepath(c.oid) is not null and c.relkind in ('r', 'i', 't', 'm')
      and coalesce(i.indrelid, c.oid)::regclass::text not in ${sql(besides)}`;
  const parts = await Promise.all(
    files.map(({ path }) => readFile(join(folder, path)).catch(() => Buffer.alloc(0))),
  );
  return Buffer.concat(parts);
};
