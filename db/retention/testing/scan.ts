import type { Sql } from 'postgres';
import type { Purpose, Seal } from '../../sealed.ts';

const purposes: readonly Purpose[] = [
  'talk',
  'letter',
  'dead-letter',
  'address',
  'report',
  'sensitive',
  'identity',
  'file',
];

/** Columns of bytes that hold no sealed text but hashes and likenesses. */
const hashes = /^(key|last_key|inbox_key|reporter_key|hash|previous|likeness)$/;

type Row = { [column: string]: unknown };

/** Where a value of that table may have been sealed, by what stands in its row. */
const placesOf = (
  table: string,
  row: Row,
  { tickets, talks }: { tickets: ReadonlyMap<number, string>; talks: ReadonlyMap<number, string> },
): string[] => {
  if (table === 'skm_line') return [`survey-thread|${talks.get(Number(row.thread_id))}`];
  const ticket = String(row.ticket ?? tickets.get(Number(row.report_id)) ?? '');
  const of = (name: string) => `${name}|${String(row.contact_id ?? '')}`;
  return [
    `${String(row.channel)}|${String(row.account)}`,
    of('talk'),
    of('letter'),
    ...['report', 'event', 'rating', 'note', 'sensitive-identity', 'identity-opening'].map(
      (name) => `${name}|${ticket}`,
    ),
    ...['media', 'audit', 'rights', 'hand-over'].flatMap((name) => [
      `${name}|${String(row.id)}`,
      `${name}|${String(row.number)}`,
    ]),
    `${table}|${String(row.nip)}`,
  ];
};

const opened = (seal: Seal, sealed: Uint8Array, places: readonly string[]): string | undefined => {
  for (const purpose of purposes)
    for (const place of places)
      try {
        return seal.open(purpose, place, sealed);
      } catch {}
  return undefined;
};

/** Every text of a database, with sealed ones opened; `closed` are the columns of which one could not be. */
export const everyText = async (sql: Sql, seal: Seal): Promise<{ texts: string[]; closed: string[] }> => {
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  const reports = await sql<{ id: string; ticket: string }[]>`select id, ticket from report`;
  const threads = await sql<{ id: string; number: string }[]>`select id, number from skm_thread`;
  const names = {
    tickets: new Map(reports.map(({ id, ticket }) => [Number(id), ticket])),
    talks: new Map(threads.map(({ id, number }) => [Number(id), number])),
  };
  const texts: string[] = [];
  const closed = new Set<string>();
  for (const { name } of tables) {
    const rows = await sql<Row[]>`select * from ${sql(name)}`;
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        if (!(value instanceof Uint8Array)) {
          texts.push(
            `${name}.${column} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
          );
          continue;
        }
        texts.push(`${name}.${column} ${Buffer.from(value).toString('latin1')}`);
        if (hashes.test(column)) continue;
        const text = opened(seal, value, placesOf(name, row, names));
        if (text === undefined) closed.add(`${name}.${column}`);
        else texts.push(`${name}.${column} ${text}`);
      }
  }
  return { texts, closed: [...closed] };
};
