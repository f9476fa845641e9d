import { type SQL, sql } from 'drizzle-orm';

const contact = sql`${sql.placeholder('contact')}::bigint`;

/** The chats that a person has shown to be theirs, by one of them and that one with them; of one circle only. One row for almost everybody. */
export const chatsOf = (one: SQL): SQL => sql`(select ${one} as id union all
  select o.id from contact me join contact o on o.person = me.person and o.id <> me.id and o.circle is not distinct from me.circle
  where me.id = ${one})`;

/** The chats of whoever speaks. */
export const ownChats = chatsOf(contact);

/** Whether two chats are one person's. */
export const samePerson = (one: SQL, other: SQL): SQL =>
  sql`coalesce(${one} = ${other} or exists (select from contact a join contact b on b.person = a.person and b.circle is not distinct from a.circle
    where a.id = ${one} and b.id = ${other}), false)`;

/** Whether whoever speaks wrote report `r`: in any of their chats; of a sensitive one only the very chat counts. */
export const wroteReport = sql`coalesce(r.reporter_id = ${contact} or exists (select from contact a join contact b on b.person = a.person and b.circle is not distinct from a.circle
    join category k on k.key = r.category and k.sensitive = 'none'
    where a.id = ${contact} and b.id = r.reporter_id), false)`;

/** Whether whoever speaks follows report `r`, in any of their chats. */
export const followsReport = sql`exists (select from follower f where f.report_id = r.id and f.contact_id in ${ownChats})`;

/** The other chats linked to the employee for whom a chat speaks, none where it speaks for nobody. `one`: its id. */
export const fellowsOf = (one: SQL): SQL => sql`(select l.contact_id as id from staff_link mine
  join staff_link l on l.employee_id = mine.employee_id and l.ended_at is null and l.contact_id <> mine.contact_id
  join employee e on e.id = mine.employee_id and e.active
  join contact here on here.id = mine.contact_id join contact there on there.id = l.contact_id and there.circle is not distinct from here.circle
  where mine.contact_id = ${one} and mine.ended_at is null)`;
