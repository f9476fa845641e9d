import { sql } from 'drizzle-orm';

/**
 * The one chat in which each employee is written to, with its link: of several (one a channel) one that can be reached,
 * the one chosen last for news (`/kanal`), else the one linked last. `chats`: the contacts of all of them.
 */
export const staffChat = sql`(
  select distinct on (l.employee_id) l.employee_id, l.id as link_id, l.since, c.id, c.channel, c.account, c.circle, c.unreachable_at,
    (select json_agg(every.contact_id) from staff_link every where every.employee_id = l.employee_id and every.ended_at is null) as chats
  from staff_link l join contact c on c.id = l.contact_id where l.ended_at is null
  order by l.employee_id, c.unreachable_at is not null, c.chosen_at desc nulls last, l.since desc, l.id desc)`;
