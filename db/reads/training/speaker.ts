import { sql } from 'drizzle-orm';
import type { Overseer } from '../../../bot/domain/training/answers-for.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { superiorsOf } from './superiors.ts';

/** The employee a chat speaks as. `circle`: of a demo, whom they try the service with. */
export type Speaker = Overseer & { name: string; circle: string | null };

const findSpeaker = prepared<Speaker>(sql`
select e.id::int as id, e.name, e.unit_code as unit, e.kind, to_json(e.roles) as roles, c.circle, ${superiorsOf(sql`e.id`)} as above
from staff_link l join employee e on e.id = l.employee_id and e.active join contact c on c.id = l.contact_id
where l.contact_id = ${sql.placeholder('contact')} and l.ended_at is null`);

export const speakerOf = async (runner: Runner, contact: number): Promise<Speaker | undefined> =>
  (await findSpeaker(runner, { contact }))[0];
