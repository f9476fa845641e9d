import { fillPlaceholders, type SQL, type TablesRelationalConfig } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { ParameterOrJSON, Sql } from 'postgres';
import type { Db } from './database.ts';
import type * as schema from './schema/index.ts';

const dialect = new PgDialect();

/** A database or a transaction of it: what runs statements. */
export type Runner = Pick<Db, '_'>;

/** The connection (or the transaction's) under a runner. */
const clientOf = (runner: Runner): Sql =>
  (runner._.session as unknown as PostgresJsSession<Sql, typeof schema, TablesRelationalConfig>).client;

/**
 * A statement written once and prepared on each connection, for the hot path: it costs one round trip and no building.
 * Blanks are `sql.placeholder(name)`. Given a transaction it runs inside it.
 */
export const prepared = <Row extends Record<string, unknown>>(statement: SQL) => {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return (runner: Runner, blanks: Record<string, unknown>): Promise<Row[]> =>
    clientOf(runner).unsafe<Row[]>(text, fillPlaceholders(params, blanks) as ParameterOrJSON<never>[], {
      prepare: true,
    });
};
