import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { enrolling } from '../../../bot/domain/training/enrolling.ts';
import type { Enrolment } from '../../../bot/domain/training/enrolment.ts';
import type { City } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readSeating } from '../../reads/training/seating.ts';
import type { Seal } from '../../sealed.ts';
import { seatWaiting } from './seat-waiting.ts';

const p = sql.placeholder;

/** Who withdrew before begins anew. */
const enter = prepared<{ employee: number }>(sql`
insert into enrolment (employee_id, training_code, state, source, since, changed_at)
values (${p('employee')}::bigint, ${p('code')}, ${p('state')}, ${p('source')}, ${p('today')}::date, ${p('at')})
on conflict (employee_id, training_code) do update
  set state = excluded.state, source = excluded.source, since = excluded.since, changed_at = excluded.changed_at,
    complete_by = null, attended_on = null, finished_on = null
  where enrolment.state = 'withdrawn'
returning employee_id::int as employee`);

/** A seat, or a place on the waiting list. */
export type Seated = 'registered' | 'waiting';

/** Somebody who is to take part; `expects`: what they were told it comes to. */
export type Taker = {
  employee: number;
  training: string;
  source: Enrolment['source'];
  expects?: Seated;
};

/**
 * Gives somebody a seat in a training, or a place on its waiting list; `fresh`: they had neither. Throws `Overtaken` where
 * it comes to something else than they were told, or to nothing: it is then decided again with what is so now.
 */
export const takeSeat = async (
  runner: Runner,
  seal: Seal,
  city: Pick<City, 'agency' | 'calendar'>,
  { employee, training, source, expects }: Taker,
  at: Date,
): Promise<{ seated: Seated; fresh: boolean }> => {
  await seatWaiting(runner, seal, city, { training, also: [employee] }, at);
  const today = localDate(at, city.agency.zone);
  const seating = await readSeating(runner, { employee, training }, today);
  const comes = seating && enrolling(seating);
  const is = comes === 'is-registered' ? 'registered' : comes === 'is-waiting' ? 'waiting' : undefined;
  const seated = is ?? comes;
  if ((seated !== 'registered' && seated !== 'waiting') || (expects && expects !== seated))
    throw new Overtaken();
  if (is) return { seated, fresh: false };
  await enter(runner, { employee, code: training, state: seated, source, today, at: at.toISOString() });
  return { seated, fresh: true };
};
