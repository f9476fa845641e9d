import type { Sql } from 'postgres';
import type { Purpose, Seal } from '../../db/sealed.ts';

/** A row as text, column by column, with its hidden columns and the bytes it takes (`$size`). */
export type TextRow = ReadonlyMap<string, string>;

/** Every row of every table, in the order in which they lie. */
export type Dump = ReadonlyMap<string, readonly TextRow[]>;

type Cells = Record<string, string | null>;

/** Every table of a database; with the house's key also what talks, letters and dead updates hold. */
export const dumpDatabase = async (sql: Sql, seal: Seal): Promise<Dump> => {
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' order by table_name, ordinal_position`;
  const dump = new Map<string, TextRow[]>();
  for (const [table, own] of Map.groupBy(columns, (one) => one.table)) {
    const picked = own.map(({ column }) => sql`, ${sql(column)}::text as ${sql(column)}`);
    const rows = await sql<Cells[]>`
      select ctid::text as "$ctid", xmin::text as "$xmin", xmax::text as "$xmax", cmin::text as "$cmin",
        pg_column_size(t.*)::text as "$size" ${picked} from ${sql(table)} t order by ctid`;
    dump.set(
      table,
      rows.map((row) => new Map(Object.entries(row).flatMap(([name, text]) => known(name, text)))),
    );
  }
  for (const [table, column, purpose, place] of sealedColumns)
    for (const row of dump.get(table) ?? []) {
      const opened = open(seal, purpose, place(row), row.get(column));
      if (opened) (row as Map<string, string>).set(`${column}.opened`, opened);
    }
  return dump;
};

const known = (name: string, text: string | null): [string, string][] =>
  text === null ? [] : [[name, text]];

type SealedColumn = readonly [
  table: string,
  column: string,
  purpose: Purpose,
  place: (row: TextRow) => string,
];

const sealedColumns: readonly SealedColumn[] = [
  ['talk', 'sealed', 'talk', (row) => `talk|${row.get('contact_id')}`],
  ['letter', 'body', 'letter', (row) => `letter|${row.get('contact_id')}`],
  ['dead_update', 'payload', 'dead-letter', (row) => `dead|${row.get('key')?.slice(2)}`],
];

const open = (seal: Seal, purpose: Purpose, place: string, hex: string | undefined): string | undefined => {
  if (!hex?.startsWith('\\x')) return undefined;
  try {
    return seal.open(purpose, place, Buffer.from(hex.slice(2), 'hex'));
  } catch {
    return undefined;
  }
};

export const textOf = (dump: Dump): Buffer =>
  Buffer.from([...dump.values()].flatMap((rows) => rows.flatMap((row) => [...row.values()])).join('\n'));
