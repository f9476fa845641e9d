import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Sheet } from '../../bot/domain/imports/read-sheet.ts';
import type { Database } from '../database.ts';
import {
  category,
  certificate,
  dutyShift,
  employee,
  enrolment,
  holiday,
  knownAnswer,
  personnelDate,
  personnelRecord,
  region,
  service,
  skmPaper,
  template,
  training,
  unit,
} from '../schema/index.ts';
import type { Seal } from '../sealed.ts';
import { categories } from './categories.ts';
import { completions } from './completions.ts';
import { dates } from './dates.ts';
import { employees } from './employees.ts';
import { enrolments } from './enrolments.ts';
import { holidays } from './holidays.ts';
import type { Aside, Imported, ImportKind } from './import-kind.ts';
import { questions } from './questions.ts';
import { records } from './records.ts';
import { regions } from './regions.ts';
import { roster } from './roster.ts';
import { services } from './services.ts';
import { papers } from './skm.ts';
import { templates } from './templates.ts';
import { trainings } from './trainings.ts';
import { units } from './units.ts';

const kinds = {
  units: { table: unit, run: units },
  employees: { table: employee, run: employees },
  categories: { table: category, run: categories },
  holidays: { table: holiday, run: holidays },
  regions: { table: region, run: regions },
  roster: { table: dutyShift, run: roster },
  templates: { table: template, run: templates },
  services: { table: service, run: services },
  questions: { table: knownAnswer, run: questions },
  skm: { table: skmPaper, run: papers },
  trainings: { table: training, run: trainings },
  enrolments: { table: enrolment, run: enrolments },
  completions: { table: certificate, run: completions },
  dates: { table: personnelDate, run: dates },
  records: { table: personnelRecord, run: records },
} as const satisfies { [kind: string]: { table: PgTable; run: ImportKind } };

export type ImportName = keyof typeof kinds;

/** The files that can be imported, by what they hold. */
export const importNames = Object.keys(kinds) as ImportName[];

export type { Imported } from './import-kind.ts';

/** Undoes a trial, and brings out what it came to. */
class Trial extends Error {
  override name = 'Trial';
  readonly imported: Imported;
  constructor(imported: Imported) {
    super('a trial is undone');
    this.imported = imported;
  }
}

/**
 * Imports a sheet, every row or none. Without `apply` the same work is done and undone, so what it says is what would
 * happen. Others may read meanwhile, and file reports; nobody else writes to the table.
 */
export const importSheet = async (
  { db }: Pick<Database, 'db'>,
  seal: Seal,
  { kind, sheet, apply, ...aside }: { kind: ImportName; sheet: Sheet; apply: boolean } & Aside,
): Promise<Imported> => {
  const { table, run } = kinds[kind];
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${table} in share row exclusive mode`);
      const imported = await run(tx, seal, sheet, aside);
      if (!apply) throw new Trial(imported);
      return imported;
    });
  } catch (error) {
    if (error instanceof Trial) return error.imported;
    throw error;
  }
};
