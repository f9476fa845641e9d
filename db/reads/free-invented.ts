import { sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';

const p = sql.placeholder;

/** Of these people, by their numbers, the first whom no other chat of the channel speaks for; whoever this chat was before comes first. */
export const freeInvented = prepared<{ id: number }>(sql`
select e.id::int as id from employee e
left join staff_link l on l.employee_id = e.id and l.channel = ${p('channel')} and l.ended_at is null
where e.active and e.nip = any(${p('nips')}::text[]) and (l.id is null or l.contact_id = ${p('contact')})
order by l.id is null, array_position(${p('nips')}::text[], e.nip) limit 1`);
