import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { openPools, type Pools } from './pools.ts';
import * as schema from './schema/index.ts';

export type Db = PostgresJsDatabase<typeof schema>;

/** Pools with drizzle's tables on them, for loading and for the command line; a Worker has the pools alone. */
export type Database = Pools & { db: Db };

/** Connects to PostgreSQL, with drizzle. `max` connections are opened as needed. */
export const connect = (url: string, options?: { max?: number }): Database => {
  const pools = openPools(url, options);
  return { ...pools, db: drizzle(pools.sql, { schema }) };
};
