import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from './database.ts';

const dialect = new PgDialect();

/** A database or a transaction of it: what runs statements. */
export type Runner = Pick<Db, '_'>;

/**
 * A statement written once and prepared by name on each connection, for the hot path: it costs one round trip and no
 * building. Blanks are `sql.placeholder(name)`. Given a transaction it runs inside it.
 */
export const prepared = <Row extends Record<string, unknown>>(name: string, statement: SQL) => {
  const query = dialect.sqlToQuery(statement);
  return (runner: Runner, blanks: Record<string, unknown>): Promise<Row[]> =>
    runner._.session
      .prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(query, undefined, name, false)
      .execute(blanks);
};
