import { sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { leaveOf } from '../reads/leave.ts';

const p = sql.placeholder;

const insertAbsence = prepared(sql`
with before as (
  update absence set ended_at = ${p('at')} where employee_id = ${p('employee')} and ended_at is null
    and from_day <= ${p('until')}::date and until_day >= ${p('from')}::date
)
insert into absence (employee_id, from_day, until_day, stand_in_id)
values (${p('employee')}, ${p('from')}, ${p('until')}, ${p('standIn')}::bigint)`);

/** Writes down an absence in place of others in those days. Of whoever may name no stand-in it is dropped, and so is a stand-in who is no colleague. */
export const goAway = async (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { from, until, standIn }: Extract<Effect, { do: 'staff.away' }>,
  now: Date,
): Promise<void> => {
  const leave = await leaveOf(runner, city, { contact, now });
  if (!leave?.may || until < from) return;
  const colleague = leave.colleagues.some(({ id }) => id === standIn) ? standIn : null;
  await insertAbsence(runner, {
    employee: leave.me,
    from,
    until,
    standIn: colleague ?? null,
    at: now.toISOString(),
  });
};

const endAbsences = prepared(sql`update absence set ended_at = ${p('at')} from staff_link l
  where l.contact_id = ${p('contact')} and l.ended_at is null and absence.employee_id = l.employee_id and absence.ended_at is null`);

/** The employee behind a chat is back: no absence of theirs runs or is to come any more. */
export const comeBack = async (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  now: Date,
): Promise<void> => {
  await endAbsences(runner, { contact, at: now.toISOString() });
};
