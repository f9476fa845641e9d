import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { hashOfAttendance, readDoor } from '../../reads/training/attendance.ts';
import { learnerOf } from '../../reads/training/learner.ts';
import type { Seal } from '../../sealed.ts';

const p = sql.placeholder;

/** Two people with the last seat before them come in one after the other. */
const lockTraining = prepared<{ code: string }>(sql`
select code from training where code = (select training_code from attendance_code where hash = ${p('hash')}) for update`);

/** Marks the day, a seat for whoever had none, and that reminders are to be looked at anew. */
const writePresent = prepared<{ employee: number }>(sql`
with present as (
  insert into enrolment (employee_id, training_code, state, source, since, changed_at, attended_on)
  values (${p('employee')}::bigint, ${p('training')}, 'registered', 'self', ${p('today')}::date, ${p('now')}::timestamptz, ${p('day')}::date)
  on conflict (employee_id, training_code) do update set attended_on = excluded.attended_on, state = 'registered',
    changed_at = case when enrolment.state = 'registered' then enrolment.changed_at else excluded.changed_at end,
    since = case when enrolment.state = 'withdrawn' then excluded.since else enrolment.since end,
    source = case when enrolment.state = 'withdrawn' then excluded.source else enrolment.source end
  returning employee_id, training_code, complete_by
), touched as (
  insert into reminder_touch (employee_id, item, at)
  select employee_id, 'complete:' || t.code || ':' || coalesce(present.complete_by, t.complete_by, t.ends_on), ${p('now')}::timestamptz
  from present join training t on t.code = training_code where coalesce(present.complete_by, t.complete_by, t.ends_on) is not null
  on conflict (employee_id, item) do update set at = excluded.at
), looked as (
  update reminder_look set next_at = '-infinity' from present where reminder_look.employee_id = present.employee_id
)
select employee_id::int as employee from present`);

/**
 * Writes that whoever typed the code of the room is there. Everything is judged here once more, under the training's lock;
 * throws `Overtaken` where it came to something else meanwhile.
 */
export const attend = async (
  runner: Runner,
  seal: Seal,
  { agency: { zone } }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { code, joins }: Extract<Effect, { do: 'training.attend' }>,
  at: Date,
): Promise<void> => {
  await lockTraining(runner, { hash: hashOfAttendance(seal, code) });
  const learner = await learnerOf(runner, contact);
  if (!learner) throw new Overtaken();
  const door = await readDoor(runner, seal, { code, employee: learner.id, now: at, zone });
  if (door?.is === 'is-present') return;
  if (!door || !(door.is === 'present' || (door.is === 'joins' && joins))) throw new Overtaken();
  await writePresent(runner, {
    employee: learner.id,
    training: door.code,
    today: localDate(at, zone),
    day: door.day,
    now: at.toISOString(),
  });
};
