import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** Invented people in real offices, for the demo: whoever tries the service out may hold an officer's phone without a code. */

const setCircle = prepared(sql`update contact set circle = ${p('circle')} where id = ${p('contact')}`);

/** Puts a chat into a circle: what is reported there is told to its own officers only. */
export const joinCircle = async (runner: Runner, contact: number, circle: string): Promise<void> => {
  await setCircle(runner, { contact, circle });
};

const insertEmployee = prepared<{ id: number }>(sql`
insert into employee (nip, name, unit_code, position, kind, supervisor_nip, roles)
values (${p('nip')}, ${p('name')}, ${p('unit')}, ${p('position')}, 'pns', ${p('supervisor')}::text, ${p('roles')}::text[])
on conflict (nip) do nothing returning id::int as id`);

export type Invented = {
  nip: string;
  name: string;
  unit: string;
  position: string;
  supervisor: string | null;
  roles: readonly string[];
};

/** Hires somebody invented; undefined where the number is somebody's already. */
export const hireInvented = async (runner: Runner, one: Invented): Promise<number | undefined> =>
  (await insertEmployee(runner, one))[0]?.id;

const insertLink = prepared(sql`
with ended as (
  update staff_link set ended_at = ${p('now')}, ended_why = 'relinked'
  where ended_at is null and (contact_id = ${p('contact')} or (employee_id = ${p('employee')} and channel = ${p('channel')}))
    and not (contact_id = ${p('contact')} and employee_id = ${p('employee')})
  returning id
)
insert into staff_link (employee_id, contact_id, channel, since)
select ${p('employee')}::bigint, ${p('contact')}::bigint, ${p('channel')}, ${p('now')}
where (select count(*) from ended) >= 0
  and not exists (select 1 from staff_link where contact_id = ${p('contact')} and employee_id = ${p('employee')} and ended_at is null)`);

/** Lets a chat speak as an employee without a code, in place of whoever did; a chat that does so already stays. For invented people only. */
export const linkInvented = async (
  runner: Runner,
  link: { employee: number; contact: number; channel: string; now: Date },
): Promise<void> => {
  await insertLink(runner, { ...link, now: link.now.toISOString() });
};

const retire = prepared(sql`
with inside as (
  select e.id, e.nip, e.supervisor_nip from employee e where e.id in (
    select employee_id from staff_link l join contact c on c.id = l.contact_id where c.circle is not null)
)
update employee set active = false where active and (id in (select id from inside)
  or supervisor_nip in (select nip from inside) or nip in (select supervisor_nip from inside))`);

/** Everybody who worked in a circle leaves, also whose phone nobody took up: the visitors of an earlier run hold none any more. */
export const retireCircles = async (runner: Runner): Promise<void> => {
  await retire(runner, {});
};
