import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { City } from '../../../bot/ports.ts';
import { readCatalogue } from '../../reads/training/catalogue.ts';
import { readTrainingRecords } from '../../reads/training/records.ts';
import {
  certificate,
  enrolment,
  personnelDate,
  reminded,
  training,
  trainingReview,
} from '../../schema/index.ts';
import { careerDates } from './career-dates.ts';
import { imagineLearning } from './imagine-learning.ts';
import { remindedBefore } from './reminded-before.ts';
import { reviewRows } from './review-rows.ts';
import { runnerOf } from './runner-of.ts';
import type { DemoEmployee } from './staff.ts';
import { trainingRows } from './training-rows.ts';
import type { Tx } from './write-people.ts';

/** Those of the demo's people whose numbers are known, under their ids; a row of anybody else is left out. */
const known = <Row extends { nip: string }>(rows: readonly Row[], ids: ReadonlyMap<string, number>) =>
  rows.flatMap(({ nip, ...row }) => {
    const employeeId = ids.get(nip);
    return employeeId === undefined ? [] : [{ ...row, employeeId }];
  });

/** Fills a hall without trainings with those of the demo, and what its people learnt and have before them. Gives how many trainings. */
export const writeTraining = async (
  tx: Tx,
  city: City,
  staff: readonly DemoEmployee[],
  until: Date,
): Promise<number> => {
  const [there] = await tx.execute<{ filled: boolean }>(
    sql`select exists (select from training) or exists (select from certificate) as filled`,
  );
  if (there?.filled) return 0;
  const people = await tx.execute<{ id: number; nip: string }>(sql`select id::int as id, nip from employee`);
  const ids = new Map(people.map(({ id, nip }) => [nip, id]));
  const today = localDate(until, city.agency.zone);
  const rows = trainingRows(city, until);
  const { enrolments, certificates } = imagineLearning(city, staff, rows, until);
  await tx.insert(training).values(rows);
  await tx.insert(enrolment).values(known(enrolments, ids));
  await tx.insert(certificate).values(
    known(certificates, ids).map(({ judge, ...row }) => ({
      ...row,
      judgedBy: ids.get(judge ?? '') ?? null,
    })),
  );
  await tx.insert(trainingReview).values(reviewRows(rows, enrolments));
  const dates = known(careerDates(staff, today), ids).map((row) => ({ ...row, asOf: today }));
  await tx.insert(personnelDate).values(dates);

  const runner = runnerOf(tx);
  const catalogue = await readCatalogue(runner);
  const employees = staff.flatMap(({ nip }) => ids.get(nip) ?? []);
  const records = await readTrainingRecords(runner, city, { employees, catalogue });
  const given = remindedBefore(city, records, catalogue, until);
  if (given.length > 0) await tx.insert(reminded).values(given);
  return rows.length;
};
