import { sql } from 'drizzle-orm';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type Seated, takeSeat } from '../stores/training/take-seat.ts';

const p = sql.placeholder;

/** Before whoever waited longest; the training is locked by then. */
const moveUp = prepared(sql`
update enrolment set changed_at = (select min(w.changed_at) - interval '1 millisecond' from enrolment w
  where w.training_code = ${p('code')} and w.state = 'waiting')
where employee_id = ${p('employee')}::bigint and training_code = ${p('code')} and state = 'waiting'
  and exists (select from enrolment w where w.training_code = ${p('code')} and w.state = 'waiting' and w.employee_id <> ${p('employee')}::bigint)`);

/** Gives a winner the promised place in a training; where it is full, the first one on its waiting list. Throws `Overtaken` where it is over or done. */
export const giveReward = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { employee, training }: { employee: number; training: string },
  at: Date,
): Promise<Seated> => {
  const { seated } = await takeSeat(runner, seal, city, { employee, training, source: 'office' }, at);
  if (seated === 'waiting') await moveUp(runner, { employee, code: training });
  return seated;
};
