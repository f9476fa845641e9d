import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';
import { takingBack } from './used-asked.ts';

const p = sql.placeholder;

/** Whoever is new is looked at at once, and so is whoever has just connected a chat. */
export const addLooks = prepared(sql`
with linked as (
  update reminder_look set next_at = '-infinity' where next_at > ${p('now')}::timestamptz and employee_id in (
    select employee_id from staff_link where ended_at is null and since between ${p('now')}::timestamptz - interval '15 minutes' and ${p('now')}::timestamptz)
)
insert into reminder_look (employee_id, next_at) select e.id, '-infinity' from employee e
where e.active and not exists (select from reminder_look l where l.employee_id = e.id) on conflict do nothing`);

type Look = { employee: number; linked: boolean; leads: boolean };

const looks = sql`
select l.employee_id::int as employee, e.roles && '{supervisor,hr}' as leads, exists (select from staff_link s join contact c on c.id = s.contact_id
    where s.employee_id = l.employee_id and s.ended_at is null and c.unreachable_at is null) as linked
from reminder_look l join employee e on e.id = l.employee_id`;

/** The people whose turn it is, held until the transaction ends: of two processes each sees to others. `leads`: may look after others' learning. */
export const claimLooks = prepared<Look>(sql`
${looks} where e.active and l.next_at <= ${p('now')}::timestamptz order by l.next_at, l.employee_id limit ${p('most')}
for update of l skip locked`);

/** Everybody, in the order of their numbers, whatever is noted: for a clock that is not everybody's. */
export const claimEverybody = prepared<Look>(sql`
${looks} where e.active and l.employee_id > ${p('after')}::bigint order by l.employee_id limit ${p('most')} for update of l`);

const setLooks = prepared(sql`
update reminder_look l set next_at = one.at
from json_to_recordset(${p('looks')}::text::json) as one (employee bigint, at timestamptz) where l.employee_id = one.employee`);

export const keepLooks = (runner: Runner, looks: ReadonlyMap<number, Date>) =>
  setLooks(runner, {
    looks: JSON.stringify([...looks].map(([employee, at]) => ({ employee, at: at.toISOString() }))),
  });

/** What a letter was to say that nobody was sent was never said. */
export const forgetUnsent = prepared(
  takingBack(sql`delete from reminded r using letter l
where l.id = r.letter_id and l.state = 'dropped' and r.employee_id = any(${p('employees')}::bigint[])`),
);

/** Letters of reminders that are on their way, held so that none is taken to be sent meanwhile. */
export const holdUnsaid = prepared<{
  employee: number;
  letter: number;
  state: 'waiting' | 'sending';
}>(sql`
select l.id::int as letter, l.state, (select min(r.employee_id)::int from reminded r where r.letter_id = l.id) as employee
from letter l where l.state in ('waiting', 'sending') and l.id in (
  select letter_id from reminded where employee_id = any(${p('employees')}::bigint[]) and letter_id is not null)
order by l.id for update of l`);

export const rowsOfLetters = prepared<{
  letter: number;
  employee: number;
  item: string;
  milestone: string;
  day: string;
  /** When it was planned, of what was planned as if it were then. */
  then: string | null;
}>(sql`
select r.letter_id::int as letter, r.employee_id::int as employee, r.item, r.milestone, r.day::text as day,
  case when starts_with(l.dedupe, 'remind-at:') then r.at::text end as then
from reminded r join letter l on l.id = r.letter_id
where r.letter_id = any(${p('letters')}::bigint[])`);
