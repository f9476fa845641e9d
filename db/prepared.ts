import {
  fillPlaceholders,
  is,
  Placeholder,
  type Query,
  type SQL,
  type TablesRelationalConfig,
} from 'drizzle-orm';
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

/** A blank that stands in several places is one parameter, not several. */
const withoutRepeats = ({ sql: text, params }: Query): { text: string; params: unknown[] } => {
  const nameOf = (param: unknown) => (is(param, Placeholder) ? param.name : param);
  const once = [...new Map(params.map((param) => [nameOf(param), param])).values()];
  const placeOf = (at: string) => once.findIndex((param) => nameOf(param) === nameOf(params[Number(at) - 1]));
  return { text: text.replace(/\$(\d+)/g, (_, at: string) => `$${placeOf(at) + 1}`), params: once };
};

/**
 * A statement written once and prepared on each connection, for the hot path: it costs one round trip and no building.
 * Blanks are `sql.placeholder(name)`. Given a transaction it runs inside it.
 */
export const prepared = <Row extends Record<string, unknown>>(statement: SQL) => {
  const { text, params } = withoutRepeats(dialect.sqlToQuery(statement));
  return (runner: Runner, blanks: Record<string, unknown>): Promise<Row[]> =>
    clientOf(runner).unsafe<Row[]>(text, fillPlaceholders(params, blanks) as ParameterOrJSON<never>[], {
      prepare: true,
    });
};
