import type { TablesRelationalConfig } from 'drizzle-orm';
import type { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Runner } from '../../prepared.ts';
import type * as schema from '../../schema/index.ts';
import type { Tx } from './write-people.ts';

/** The connection under one of drizzle's transactions, so that prepared statements run inside it. */
export const runnerOf = (tx: Tx): Runner =>
  (tx._.session as unknown as PostgresJsSession<Sql, typeof schema, TablesRelationalConfig>).client;
