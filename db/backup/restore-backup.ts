import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql, TransactionSql } from 'postgres';
import type { Seal } from '../sealed.ts';
import { BackupRefused, type Footer, type Header, type TableHead, tableEnd } from './backup-file.ts';
import { migrationsOf, type Table, tablesOf } from './tables.ts';
import { keyMark, type Told } from './write-backup.ts';

/** Rows that the schema itself writes; those of the backup take their place. */
const ownRows = ['hall_clock'];

/** A connection that was just closed may stand in the list for a moment (milliseconds). */
const patience = 3_000;

type Lines = AsyncIterator<Buffer>;

/** A row may be long; so many bytes of them go out together. */
const atOnce = 64 * 1024;

const end = Buffer.from(tableEnd);
const newline = Buffer.from('\n');

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

/** The rows of a table from the first one on, up to its end, in larger pieces; `counted` gets how many they were. */
async function* rowsOf(first: Buffer, lines: Lines, counted: (rows: number) => void): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  let count = 0;
  for (let line = first; !line.equals(end); line = await next(lines)) {
    pieces.push(line, newline);
    bytes += line.length + 1;
    count += 1;
    if (bytes < atOnce) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(pieces);
  counted(count);
}

/** Triggers chain, count and refuse what people do; what was written once is written again as it was. Gives how many rows there were. */
const copyIn = async (tx: TransactionSql, { name, columns }: Table, lines: Lines): Promise<number> => {
  const first = await next(lines);
  if (first.equals(end)) return 0;
  let count = 0;
  await tx`alter table ${tx(name)} disable trigger user`;
  const into = await tx`copy ${tx(name)} (${tx(columns)}) from stdin`.writable();
  const rows = rowsOf(first, lines, (all) => {
    count = all;
  });
  await pipeline(Readable.from(rows), into);
  await tx`alter table ${tx(name)} enable trigger user`;
  return count;
};

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
  const rows = await pool.begin(async (tx) => {
    await readHeader(tx, seal, lines);
    const tables = await tablesOf(tx);
    await mustBeAlone(tx);
    await mustBeEmpty(tx, tables);
    for (const name of ownRows) await tx`delete from ${tx(name)}`;
    const counts: Footer['rows'] = {};
    for (const [done, table] of tables.entries()) {
      told(done, tables.length);
      const head = parsed(await next(lines));
      if (head.table !== table.name || !sameAs(head.columns, table.columns))
        throw new BackupRefused('other-schema');
      counts[table.name] = await copyIn(tx, table, lines);
    }
    const footer = parsed(await next(lines));
    if (!sameAs(footer.rows, counts)) throw new BackupRefused('rows-differ');
    for (const [sequence, last] of Object.entries(footer.numbers ?? {}))
      await tx`select setval(${sequence}::regclass, ${last}::bigint)`;
    return counts;
  });
  await pool`analyze`;
  return rows;
};
