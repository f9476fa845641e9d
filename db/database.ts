import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema/index.ts';

// The log tells a fault by its name, and the one that a minifier gives says nothing.
Object.defineProperty(postgres.PostgresError, 'name', { value: 'PostgresError' });

export type Db = PostgresJsDatabase<typeof schema>;
/** `keyed` is for statements on many rows that each are found by their key; its connections know no other way. */
export type Database = { db: Db; sql: Sql; keyed: Sql; close: () => Promise<void> };

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

/** Connects to PostgreSQL (15 or newer) by URL. `max` connections are opened as needed. Nothing is printed. */
export const connect = (url: string, { max = 10 }: { max?: number } = {}): Database => {
  const pool = (most: number, connection = {}) =>
    postgres(url, {
      max: most,
      onnotice: () => {},
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: 'pendopo', ...connection },
    });
  const sql = pool(max);
  const keyed = pool(1, byKey);
  const db = drizzle(sql, { schema });
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), keyed.end({ timeout: 5 })]);
  };
  return { db, sql, keyed, close };
};
