import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { mayWithdraw } from '../../../bot/domain/training/enrolling.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { employeeOf } from '../../reads/training/employee-of.ts';
import { readSeating } from '../../reads/training/seating.ts';
import type { Seal } from '../../sealed.ts';
import { lockTraining } from './lock-training.ts';
import { seatWaiting } from './seat-waiting.ts';

const p = sql.placeholder;

const leave = prepared(sql`
update enrolment set state = 'withdrawn', changed_at = ${p('at')}
where employee_id = ${p('employee')}::bigint and training_code = ${p('code')}`);

/**
 * Whoever a chat speaks as leaves a training or its waiting list, and the first who waits moves up. Twice changes nothing;
 * throws `Overtaken` where they may not leave by themselves.
 */
export const withdraw = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { training }: Extract<Effect, { do: 'training.withdraw' }>,
  at: Date,
): Promise<void> => {
  const employee = await employeeOf(runner, contact);
  if (employee === undefined) throw new Overtaken();
  await lockTraining(runner, { code: training });
  const seating = await readSeating(runner, { employee, training }, localDate(at, city.agency.zone));
  if (seating?.mine?.state === 'withdrawn') return;
  if (!seating || !mayWithdraw(seating)) throw new Overtaken();
  await leave(runner, { employee, code: training, at: at.toISOString() });
  await seatWaiting(runner, seal, city, { training, also: [employee] }, at);
};
