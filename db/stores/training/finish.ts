import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { mayFinish } from '../../../bot/domain/training/enrolling.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { employeeOf } from '../../reads/training/employee-of.ts';
import { readSeating } from '../../reads/training/seating.ts';
import { lookAgain } from './look-again.ts';

const p = sql.placeholder;

const end = prepared(sql`
update enrolment set finished_on = ${p('today')}::date
where employee_id = ${p('employee')}::bigint and training_code = ${p('code')} and finished_on is null`);

/** Whoever a chat speaks as is done with a training, by their own word: from now on no reminder asks them to be. Twice changes nothing. */
export const finishTraining = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { training }: Extract<Effect, { do: 'training.finish' }>,
  at: Date,
): Promise<void> => {
  const employee = await employeeOf(runner, contact);
  const today = localDate(at, agency.zone);
  const seating =
    employee === undefined ? undefined : await readSeating(runner, { employee, training }, today);
  if (employee === undefined || !seating) throw new Overtaken();
  if (seating.mine?.finishedOn) return;
  if (!mayFinish(seating)) throw new Overtaken();
  await end(runner, { employee, code: training, today });
  await lookAgain(runner, [employee]);
};
