import postgres, { type Sql } from 'postgres';

// The log tells a fault by its name, and the one that a minifier gives says nothing.
Object.defineProperty(postgres.PostgresError, 'name', { value: 'PostgresError' });

/** `keyed` is for statements on many rows that each are found by their key; its connections know no other way. */
export type Pools = { sql: Sql; keyed: Sql; close: () => Promise<void> };

/** The planner takes small tables for small for ever: on these connections it looks rows up by index, and a lock is not waited for long. */
const byKey = {
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
  enable_sort: 'off',
  lock_timeout: '2s',
  statement_timeout: '5s',
};

const asWritten = (value: unknown): unknown => value;

/** Dates, times and lists of them (OIDs of `pg_type`), which go and come as PostgreSQL writes them; JSON goes as it was written. */
const written = {
  both: [1082, 1083, 1114, 1115, 1182, 1184, 1185, 1231],
  sent: [114, 3802],
};

/** A pool hands over what PostgreSQL wrote, as one does that drizzle was given: our statements are alike with it and without. */
const plain = (sql: Sql): Sql => {
  const { parsers, serializers } = sql.options;
  for (const type of written.both) parsers[type] = asWritten;
  for (const type of [...written.both, ...written.sent]) serializers[type] = asWritten;
  return sql;
};

/** Connects to PostgreSQL (15 or newer) by URL. `max` connections are opened as needed. Nothing is printed. */
export const openPools = (url: string, { max = 10 }: { max?: number } = {}): Pools => {
  const pool = (most: number, connection = {}) =>
    postgres(url, {
      max: most,
      onnotice: () => {},
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: 'pendopo', ...connection },
    });
  const sql = plain(pool(max));
  const keyed = pool(1, byKey);
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), keyed.end({ timeout: 5 })]);
  };
  return { sql, keyed, close };
};
