import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema/index.ts';

export type Db = PostgresJsDatabase<typeof schema>;
export type Database = { db: Db; sql: Sql; close: () => Promise<void> };

/** Connects to PostgreSQL (15 or newer) by URL. `max` connections are opened as needed. Nothing is printed. */
export const connect = (url: string, { max = 10 }: { max?: number } = {}): Database => {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 5,
    connection: { application_name: 'pendopo' },
  });
  const db = drizzle(sql, { schema });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
};
