import type { Sql } from 'postgres';
import { elements } from '../../bot/domain/skm/elements.ts';

/** One way to tie people to forms: which person it takes each form's to be (`contact` by form id), by what it goes. */
export type Guess = { by: string; of: ReadonlyMap<string, number> };

/** Somebody whose mark says that they rated a service, with the mark's place and transaction. */
export type Rater = { contact: number; ctid: string; xmin: string };

type Value = { who: string; value: string };
type Named = { table: string; column: string };

/** What tells in which order rows came or lie, beside their columns. */
const hidden = ['ctid', 'xmin'] as const;

const sortable = (value: string): string => {
  const place = /^\((\d+),(\d+)\)$/.exec(value);
  if (place) return `${place[1]?.padStart(12, '0')},${place[2]?.padStart(6, '0')}`;
  return /^-?\d+(\.\d+)?$/.test(value) ? value.padStart(24, '0') : value;
};

/** The people of some rows in the order of a column, where it tells any two of them apart. */
const ordered = (values: readonly Value[]): string[] =>
  [...values].sort((a, b) => (sortable(a.value) < sortable(b.value) ? -1 : 1)).map(({ who }) => who);

const varied = (values: readonly Value[]): boolean => new Set(values.map(({ value }) => value)).size > 1;

const columnsOf = async (sql: Sql, table: string): Promise<string[]> => {
  const rows = await sql<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table}`;
  return [...hidden, ...rows.map(({ name }) => name)];
};

/** Every column of every table that names a contact, the contact's own included, as text, the last row of each contact. */
const traces = async (sql: Sql): Promise<(Named & { values: Value[] })[]> => {
  const named = await sql<
    Named[]
  >`select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and (column_name = 'contact_id' or (table_name = 'contact' and column_name = 'id'))`;
  const found: (Named & { values: Value[] })[] = [];
  for (const { table, column: who } of named)
    for (const column of await columnsOf(sql, table)) {
      const rows = await sql<Value[]>`select ${sql(who)}::text as who, ${sql(column)}::text as value
        from ${sql(table)} where ${sql(who)} is not null and ${sql(column)} is not null order by ctid`;
      const last = new Map(rows.map((row) => [row.who, row.value]));
      found.push({ table, column, values: [...last].map(([one, value]) => ({ who: one, value })) });
    }
  return found;
};

/** Every column of a table of forms but the answers themselves, as text. */
const formColumns = async (sql: Sql, table: string): Promise<{ column: string; values: Value[] }[]> => {
  const answers: readonly string[] = elements;
  const columns = (await columnsOf(sql, table)).filter((column) => !answers.includes(column));
  return Promise.all(
    columns.map(async (column) => ({
      column,
      values: [
        ...(await sql<Value[]>`select id::text as who, ${sql(column)}::text as value from ${sql(table)}
          where ${sql(column)} is not null order by ctid`),
      ],
    })),
  );
};

const inStep = (people: readonly string[], forms: readonly string[]): Map<string, number> =>
  new Map(people.slice(0, forms.length).map((who, at) => [forms[at] ?? '', Number(who)]));

/** People and forms with the same value, where only one of each has it. */
const equal = (people: readonly Value[], forms: readonly Value[]): Map<string, number> => {
  const once = (values: readonly Value[]) =>
    new Map(
      [...Map.groupBy(values, ({ value }) => value)].flatMap(([value, all]) =>
        all.length === 1 && all[0] ? [[value, all[0].who] as const] : [],
      ),
    );
  const [left, right] = [once(people), once(forms)];
  return new Map(
    [...left].flatMap(([value, who]) => {
      const form = right.get(value);
      return form === undefined ? [] : [[form, Number(who)] as const];
    }),
  );
};

/**
 * An attacker who holds the whole database and the key, and so knows who rated which service (`raters`): every order that rows of people have against every order that forms have, service by service, and every value that
 * stands on both sides. `table`: where the forms lie.
 */
export const attackSurvey = async (
  sql: Sql,
  table: 'skm_answer' | 'skm_urn',
  raters: (service: string) => Promise<readonly Rater[]>,
): Promise<Guess[]> => {
  const services = await sql<{ code: string; form: string }[]>`
    select service_code as code, id::text as form from ${sql(table)} where service_code is not null`;
  const people = await traces(sql);
  const forms = await formColumns(sql, table);
  const guesses = new Map<string, Map<string, number>>();
  const add = (by: string, of: ReadonlyMap<string, number>) => {
    const known = guesses.get(by) ?? new Map<string, number>();
    for (const [form, who] of of) known.set(form, who);
    guesses.set(by, known);
  };
  for (const [code, lines] of Map.groupBy(services, (one) => one.code)) {
    const here = new Set(lines.map(({ form }) => form));
    const marks = await raters(code);
    const could = new Set(marks.map(({ contact }) => String(contact)));
    const ofMarks = hidden.map((column) => ({
      table: 'skm_mark',
      column,
      values: marks.map((mark) => ({ who: String(mark.contact), value: mark[column] })),
    }));
    const sides = [...ofMarks, ...people].map(({ table: of, column, values }) => {
      const own = values.filter(({ who }) => could.has(who));
      return { name: `${of}.${column}`, order: varied(own) ? ordered(own) : [], values: own };
    });
    for (const { column, values } of forms) {
      const own = values.filter(({ who }) => here.has(who));
      const order = varied(own) ? ordered(own) : own.map(({ who }) => who);
      for (const side of sides) {
        if (side.order.length === order.length)
          add(`order of ${side.name} = order of ${column}`, inStep(side.order, order));
        add(`${side.name} = ${column}`, equal(side.values, own));
      }
    }
  }
  return [...guesses].map(([by, of]) => ({ by, of }));
};
