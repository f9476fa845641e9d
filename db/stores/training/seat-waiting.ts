import { sql } from 'drizzle-orm';
import type { Reply } from '../../../bot/conversation/reply.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import { stillSeats } from '../../../bot/domain/training/enrolling.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readTraining } from '../../reads/training/training.ts';
import type { Seal } from '../../sealed.ts';
import { lockTraining } from './lock-training.ts';
import { lookAgain } from './look-again.ts';
import { tellEmployee } from './tell-employee.ts';

const p = sql.placeholder;

/** Who waited longest comes first. A statement of its own behind the lock, so that it counts what others have just written. */
const seat = prepared<{ employee: number }>(sql`
with next as (
  select w.employee_id from enrolment w join employee e on e.id = w.employee_id and e.active
  where w.training_code = ${p('code')} and w.state = 'waiting' order by w.changed_at, w.employee_id
  limit (select case when t.quota is not null then greatest(0, t.quota - (select count(*) from enrolment r
      join employee e on e.id = r.employee_id and e.active where r.training_code = t.code and r.state = 'registered')) end
    from training t where t.code = ${p('code')})
)
update enrolment set state = 'registered', since = ${p('today')}::date, changed_at = ${p('at')} from next
where enrolment.employee_id = next.employee_id and enrolment.training_code = ${p('code')}
returning enrolment.employee_id::int as employee`);

const movedUp = ({ code, title, startsOn }: Training): Reply => ({
  text: {
    key: startsOn ? 'training.moved-up' : 'training.moved-up-open',
    with: { title: { literal: title }, ...(startsOn && { date: { date: startsOn } }) },
  },
  choices: [{ id: `go:training:${code}`, label: { key: 'button.training.open' } }],
});

/**
 * Gives the free seats of a training to those who wait, in their order, and tells them. The training is locked until the
 * transaction ends, so of two who want its last seat one gets it. `also`: whose own place changes in the same breath.
 */
export const seatWaiting = async (
  runner: Runner,
  seal: Seal,
  city: Pick<City, 'agency' | 'calendar'>,
  { training: code, also = [] }: { training: string; also?: readonly number[] },
  at: Date,
): Promise<void> => {
  await lockTraining(runner, { code });
  const training = await readTraining(runner, code);
  const today = localDate(at, city.agency.zone);
  if (!training) return;
  const seated = stillSeats(training, today) ? await seat(runner, { code, today, at: at.toISOString() }) : [];
  for (const { employee } of seated)
    await tellEmployee(runner, seal, city, { employee, say: movedUp(training) }, at);
  await lookAgain(runner, [...also, ...seated.map(({ employee }) => employee)]);
};
