import { sql } from 'drizzle-orm';
import type { ReviewLook } from '../../../bot/domain/training/attendance-view.ts';
import type { Enrolment } from '../../../bot/domain/training/enrolment.ts';
import { reviewing } from '../../../bot/domain/training/reviewing.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const findMine = prepared<
  { title: string } & Pick<Enrolment, 'state' | 'attendedOn' | 'finishedOn' | 'reviewed'>
>(sql`
select t.title, n.state, n.attended_on::text as "attendedOn", n.finished_on::text as "finishedOn", n.reviewed
from staff_link l join employee e on e.id = l.employee_id and e.active
  join enrolment n on n.employee_id = e.id join training t on t.code = n.training_code
where l.contact_id = ${p('contact')} and l.ended_at is null and n.training_code = ${p('training')}`);

/** Whether this chat's employee may answer the four questions about a training; null for whoever has nothing to do with it. */
export const reviewLook = async (
  runner: Runner,
  { training, contact }: { training: string; contact: number },
): Promise<ReviewLook | null> => {
  const [mine] = await findMine(runner, { training, contact });
  return mine ? { title: mine.title, is: reviewing(mine) } : null;
};
