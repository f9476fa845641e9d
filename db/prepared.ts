import { is, Placeholder, type SQL } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { ParameterOrJSON, Sql } from 'postgres';

/** How drizzle's `sql` is written down, as its own dialect does, which would bring every kind of query and table into a Worker. */
const written = {
  casing: new CasingCache(),
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeParam: (place: number) => `$${place + 1}`,
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
};

/** A pool or a transaction of it: what runs statements. */
export type Runner = Pick<Sql, 'unsafe'>;

/** A statement's text with one parameter for each blank, however often it stands there, and the blanks' names in order. */
const compiled = (statement: SQL): { text: string; names: readonly string[] } => {
  const { sql: text, params } = statement.toQuery(written);
  const named = params.map((param) => {
    if (!is(param, Placeholder)) throw new Error('a prepared statement takes its values by name');
    return param.name;
  });
  const names = [...new Set(named)];
  const place = (at: string) => names.indexOf(named[Number(at) - 1] ?? '') + 1;
  return { text: text.replace(/\$(\d+)/g, (_, at: string) => `$${place(at)}`), names };
};

/** A list as PostgreSQL writes it: the driver is not asked to learn the array types, one query more for each connection. */
const asValue = (value: unknown): unknown =>
  Array.isArray(value)
    ? `{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
    : value;

/**
 * A statement written once with drizzle's `sql` and prepared on each connection, for the hot path: it costs one round
 * trip and no building. Blanks are `sql.placeholder(name)`. It is sent when it is called, not when it is awaited, so
 * that statements of a transaction go out in the order they stand; given a transaction it runs inside it.
 */
export const prepared = <Row extends Record<string, unknown>>(statement: SQL) => {
  const { text, names } = compiled(statement);
  return (runner: Runner, blanks: Record<string, unknown>): Promise<Row[]> => {
    const values = names.map((name) => asValue(blanks[name])) as ParameterOrJSON<never>[];
    return runner.unsafe<Row[]>(text, values, { prepare: true }).execute();
  };
};
