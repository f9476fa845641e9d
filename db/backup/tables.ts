import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

/** A table of the house: its columns with their types as PostgreSQL names them, and those by which its rows are sorted. */
export type Table = {
  name: string;
  columns: readonly { name: string; type: string }[];
  key: readonly string[];
};

type Found = Omit<Table, 'key'> & { key: readonly string[] | null; refers: readonly string[] };

const findTables = prepared<Found>(sql`
select c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select json_agg(a.attname order by k.place) from pg_index i
    cross join unnest(i.indkey) with ordinality as k (number, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
    where i.indrelid = c.oid and i.indisprimary) as key,
  (select coalesce(json_agg(distinct r.relname), '[]') from pg_constraint f join pg_class r on r.oid = f.confrelid
    where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid) as refers
from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`);

const findMigrations = prepared<{ hash: string }>(
  sql`select hash from drizzle.__drizzle_migrations order by id`,
);

/** Each after those that it refers to, so that rows can be written in this order; without a key it is sorted by all it has. */
const inOrder = (found: readonly Found[]): Table[] => {
  const taken = new Map<string, Table>();
  while (taken.size < found.length) {
    const ready = found.filter(
      ({ name, refers }) => !taken.has(name) && refers.every((other) => taken.has(other)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, columns, key } of ready)
      taken.set(name, { name, columns, key: key ?? columns.map((column) => column.name) });
  }
  return [...taken.values()];
};

/** Every table there is, each after those that it refers to. */
export const tablesOf = async (runner: Runner): Promise<Table[]> => inOrder(await findTables(runner, {}));

/** The schema's steps that were taken, by their hashes: two databases with the same ones hold the same tables. */
export const migrationsOf = async (runner: Runner): Promise<string[]> =>
  (await findMigrations(runner, {})).map(({ hash }) => hash);

/** A name as it stands in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
