import type { Sql } from 'postgres';
import type { Unit } from '../../bot/domain/agency.ts';
import { elements } from '../../bot/domain/skm/elements.ts';
import { serviceRows } from '../../db/seed/demo/service-rows.ts';

/** For tests: the demo's services in a city that has none. */
export const plantServices = async (sql: Sql, units: readonly Unit[]): Promise<void> => {
  for (const { code, unitCode, name, users, counterCode } of serviceRows(units)) {
    await sql`insert into service (code, unit_code, name, users, counter_code)
      values (${code}, ${unitCode}, ${name}, ${users ?? null}, ${counterCode ?? null})`;
  }
};

/** For tests: forms that were counted; `answers` of nine digits each, `-` for a blank, in the order of the list. */
export const plantForms = async (
  sql: Sql,
  {
    unit,
    service,
    counted,
    shown,
    flags = [],
    answers,
  }: {
    unit: string;
    service: string | null;
    counted: string;
    shown: string | null;
    flags?: string[];
    answers: readonly string[];
  },
): Promise<void> => {
  const rows = answers.map((form) => ({
    unit_code: unit,
    service_code: service,
    source: 'chat',
    counted_on: counted,
    shown_on: shown,
    flags: `{${flags.join(',')}}`,
    ...Object.fromEntries(
      elements.map((element, at) => [element, form[at] === '-' ? null : Number(form[at])]),
    ),
  }));
  await sql`insert into skm_answer ${sql(rows)}`;
};
