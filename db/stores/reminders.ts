import { sql } from 'drizzle-orm';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import { snoozeUntil } from '../../bot/domain/reminding/snooze.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** A button under an older message puts nothing off any more. */
const freshDays = 7;

const me = sql`(select l.employee_id from staff_link l join employee e on e.id = l.employee_id and e.active
  where l.contact_id = ${p('contact')} and l.ended_at is null)`;

/** What a message of the day only tells, and nobody puts off. */
const told = sql.raw(`'^(week|digest|list|used|self-check):'`);

/** What the newest message of reminders to this chat's employee spoke of, as far as it has been sent. */
const newest = sql`(
  select r.employee_id, r.item from reminded r left join letter l on l.id = r.letter_id
  where r.employee_id = ${me} and r.item !~ ${told} and l.state is distinct from 'waiting' and r.day >= ${p('since')}::date
    and r.day = (select max(n.day) from reminded n left join letter m on m.id = n.letter_id
      where n.employee_id = r.employee_id and n.item !~ ${told} and m.state is distinct from 'waiting'))`;

const countNewest = prepared<{ count: number }>(
  sql`select count(distinct item)::int as count from ${newest} said`,
);

const putOff = prepared(sql`
with off as (
  insert into reminder_touch (employee_id, item, snoozed_until, at)
  select distinct employee_id, item, ${p('until')}::date, ${p('at')}::timestamptz from ${newest} said
  on conflict (employee_id, item) do update set snoozed_until = excluded.snoozed_until, at = excluded.at
  returning employee_id)
update reminder_look set next_at = '-infinity' where employee_id in (select employee_id from off)`);

const touchItems = prepared(sql`
insert into reminder_touch (employee_id, item, at)
select distinct r.employee_id, r.item, ${p('at')}::timestamptz from reminded r
where r.employee_id = ${me} and starts_with(r.item, ${p('named')} || ':')
on conflict (employee_id, item) do update set at = excluded.at`);

const sinceOf = (now: Date, { agency }: Pick<City, 'agency'>): string =>
  addCalendarDays(localDate(now, agency.zone), -freshDays);

/** How many things the newest reminder of this chat's employee spoke of; none once it is a week old. */
export const toSnooze = async (
  runner: Runner,
  city: Pick<City, 'agency'>,
  { contact, now }: { contact: number; now: Date },
): Promise<number> => (await countNewest(runner, { contact, since: sinceOf(now, city) }))[0]?.count ?? 0;

/** Puts off everything that the newest reminder spoke of. */
export const snoozeReminders = (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { until }: Extract<Effect, { do: 'reminder.snooze' }>,
  at: Date,
) =>
  putOff(runner, {
    contact,
    since: sinceOf(at, city),
    until: snoozeUntil(until, localDate(at, city.agency.zone), city.calendar),
    at: at.toISOString(),
  });

/** A tap on a thing: nobody passed it over. */
export const touchReminder = (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { named }: Extract<Effect, { do: 'reminder.touch' }>,
  at: Date,
) => touchItems(runner, { contact, named, at: at.toISOString() });
