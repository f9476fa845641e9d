import { sql } from 'drizzle-orm';
import type { Address } from '../../bot/conversation/inbound.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { leaveOf } from '../reads/leave.ts';
import { staffChat } from '../reads/staff-chat.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

const insertAbsence = prepared(sql`
with before as (
  update absence set ended_at = ${p('at')} where employee_id = ${p('employee')} and ended_at is null
    and from_day <= ${p('until')}::date and until_day >= ${p('from')}::date
)
insert into absence (employee_id, from_day, until_day, stand_in_id)
values (${p('employee')}, ${p('from')}, ${p('until')}, ${p('standIn')}::bigint)`);

const findChat = prepared<{ id: number; channel: Address['channel']; account: string; name: string }>(sql`
select c.id::int as id, c.channel, c.account, away.name from ${staffChat} c, employee away
where c.employee_id = ${p('standIn')} and away.id = ${p('employee')}`);

/** A stand-in hears of it from us, if they are linked. */
const tellStandIn = async (
  runner: Runner,
  seal: Seal,
  who: { employee: number; standIn: number },
  { from, until }: { from: string; until: string },
): Promise<void> => {
  for (const { id, channel, account, name } of await findChat(runner, who)) {
    const blanks = { name: { literal: name }, date: { date: from }, until: { date: until } };
    const say = { text: { key: 'leave.stands-in' as const, with: blanks } };
    await Promise.all(
      addLetters(runner, seal, { id, address: { channel, account, id: '' } }, [{ say, lane: 'interactive' }]),
    );
  }
};

/** Writes down an absence in place of others in those days. Of whoever may name no stand-in it is dropped, and so is a stand-in who is no colleague; a stand-in is told. */
export const goAway = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { from, until, standIn }: Extract<Effect, { do: 'staff.away' }>,
  now: Date,
): Promise<void> => {
  const leave = await leaveOf(runner, city, { contact, now });
  if (!leave?.may || until < from) return;
  const colleague = leave.colleagues.find(({ id }) => id === standIn)?.id;
  await insertAbsence(runner, {
    employee: leave.me,
    from,
    until,
    standIn: colleague ?? null,
    at: now.toISOString(),
  });
  if (colleague !== undefined)
    await tellStandIn(runner, seal, { employee: leave.me, standIn: colleague }, { from, until });
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
