import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import type { Seal } from '../sealed.ts';
import { BackupRefused, type Footer, type Header, isRow, type TableHead } from './backup-file.ts';
import { migrationsOf, quoted, type Table, tablesOf } from './tables.ts';
import { keyMark, type Told } from './write-backup.ts';

/** Rows that the schema itself writes; those of the backup take their place. */
const ownRows = ['hall_clock'];

/** A connection that was just closed may stand in the list for a moment (milliseconds). */
const patience = 3_000;

type Lines = AsyncIterator<Buffer>;

/** So many bytes of rows go out together, or one row where that is longer. */
const atOnce = 256 * 1024;

const next = async (lines: Lines): Promise<Buffer> => {
  const { value, done } = await lines.next();
  if (done) throw new BackupRefused('cut-off');
  return value;
};

const parsed = (line: Buffer): Partial<Header & TableHead & Footer> => {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new BackupRefused('not-a-backup');
  }
};

const sameAs = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The header, if the backup is one of ours, sealed with this key and of this schema. */
const readHeader = async (tx: TransactionSql, seal: Pick<Seal, 'hash'>, lines: Lines): Promise<void> => {
  const header = parsed(await next(lines));
  if (header.pendopo !== 'backup' || header.format !== 1) throw new BackupRefused('not-a-backup');
  if (header.key !== keyMark(seal)) throw new BackupRefused('other-key');
  if (!sameAs(header.migrations, await migrationsOf(tx))) throw new BackupRefused('other-schema');
};

/** Somebody else at this database could write while it is filled, or remember what is no longer there. */
const mustBeAlone = async (tx: TransactionSql): Promise<void> => {
  for (let waited = 0; ; waited += 100) {
    const [row] = await tx<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    if (row?.others === 0) return;
    if (waited >= patience) throw new BackupRefused('in-use');
    await sleep(100);
  }
};

const mustBeEmpty = async (tx: TransactionSql, tables: readonly Table[]): Promise<void> => {
  for (const { name } of tables) {
    if (ownRows.includes(name)) continue;
    const [row] = await tx<{ there: boolean }[]>`select exists (select from ${tx(name)}) as there`;
    if (row?.there) throw new BackupRefused('not-empty');
  }
};

const insertInto = ({ name, columns }: Table): string => {
  const names = columns.map((column) => quoted(column.name)).join();
  const values = columns.map(({ type }, at) => `(line ->> ${at})::${type}`).join();
  return `insert into ${quoted(name)} (${names}) overriding system value
    select ${values} from json_array_elements($1::text::json) with ordinality as rows (line, place) order by place`;
};

/**
 * Writes the rows of a table and gives how many they were, and the line after them. Triggers chain, count and refuse what people
 * do; what was written once is written again as it was.
 */
const writeRows = async (tx: TransactionSql, table: Table, lines: Lines): Promise<[number, Buffer]> => {
  const insert = insertInto(table);
  let waiting: Buffer[] = [];
  let bytes = 0;
  let count = 0;
  const send = async () => {
    if (waiting.length > 0) await tx.unsafe(insert, [`[${waiting.join()}]`]);
    waiting = [];
    bytes = 0;
  };
  await tx`alter table ${tx(table.name)} disable trigger user`;
  let line = await next(lines);
  for (; isRow(line); line = await next(lines)) {
    waiting.push(line);
    bytes += line.length;
    count += 1;
    if (bytes >= atOnce) await send();
  }
  await send();
  await tx`alter table ${tx(table.name)} enable trigger user`;
  return [count, line];
};

/** Every table after the header, and the end; what stands behind it, or does not fit the file's own sum, shows only there. */
const writeTables = async (
  tx: TransactionSql,
  tables: readonly Table[],
  lines: Lines,
  told: Told,
): Promise<Footer> => {
  const rows: Footer['rows'] = {};
  let line = await next(lines);
  for (const [done, table] of tables.entries()) {
    told(done, tables.length);
    const head = parsed(line);
    const columns = table.columns.map(({ name }) => name);
    if (head.table !== table.name || !sameAs(head.columns, columns)) throw new BackupRefused('other-schema');
    [rows[table.name], line] = await writeRows(tx, table, lines);
  }
  const { numbers, rows: said } = parsed(line);
  const { done } = await lines.next();
  if (!done || !numbers || !sameAs(said, rows)) throw new BackupRefused('damaged');
  return { rows, numbers };
};

/** Values that are none, and rows that belong to nothing (classes 22 and 23 of PostgreSQL's codes). */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && /^2[23]/.test(error.code);

/**
 * Fills an empty database of the same schema with what a backup holds: all of it, or nothing. Throws `BackupRefused`; gives
 * the rows by table.
 */
export const restoreBackup = async (
  pool: Sql,
  seal: Pick<Seal, 'hash'>,
  lines: Lines,
  told: Told,
): Promise<Footer['rows']> => {
  const restored = await pool
    .begin(async (tx) => {
      await readHeader(tx, seal, lines);
      const tables = await tablesOf(tx);
      await mustBeAlone(tx);
      await mustBeEmpty(tx, tables);
      for (const name of ownRows) await tx`delete from ${tx(name)}`;
      const { rows, numbers } = await writeTables(tx, tables, lines, told);
      for (const [sequence, last] of Object.entries(numbers))
        await tx`select setval(${sequence}::regclass, ${last}::bigint)`;
      return rows;
    })
    .catch((error: unknown) => {
      throw isOfTheFile(error) ? new BackupRefused('damaged') : error;
    });
  await pool`analyze`;
  return restored;
};
