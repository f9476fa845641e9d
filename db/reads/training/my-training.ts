import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { type MyTraining, myTraining } from '../../../bot/domain/training/my-training.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readCatalogue } from './catalogue.ts';
import { employeeOf } from './employee-of.ts';
import { readTrainingRecords } from './records.ts';

const findNths = prepared<{ training: string; nth: number }>(sql`
select mine.training_code as training, 1 + (
    select count(*) from enrolment w join employee e on e.id = w.employee_id and e.active
    where w.training_code = mine.training_code and w.state = 'waiting'
      and (w.changed_at, w.employee_id) < (mine.changed_at, mine.employee_id))::int as nth
from enrolment mine where mine.employee_id = ${sql.placeholder('employee')}::bigint and mine.state = 'waiting'`);

/** Somebody's places on waiting lists, from 1, by the training's code. */
export const waitingPlaces = async (runner: Runner, employee: number): Promise<ReadonlyMap<string, number>> =>
  new Map((await findNths(runner, { employee })).map(({ training, nth }) => [training, nth]));

/** The learning of whoever a chat speaks as; null for whoever is no employee. */
export const myTrainingOf = async (
  runner: Runner,
  city: Pick<City, 'units' | 'agency' | 'calendar'>,
  { contact, now }: { contact: number; now: Date },
): Promise<MyTraining | null> => {
  const employee = await employeeOf(runner, contact);
  if (employee === undefined) return null;
  const [catalogue, nths] = await Promise.all([readCatalogue(runner), waitingPlaces(runner, employee)]);
  const [record] = await readTrainingRecords(runner, city, { employees: [employee], catalogue });
  const { agency, calendar } = city;
  const today = localDate(now, agency.zone);
  return record
    ? myTraining(record, { catalogue, nths, settings: trainingOf(agency.settings), calendar, today })
    : null;
};
