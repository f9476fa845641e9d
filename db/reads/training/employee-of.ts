import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

const find = prepared<{ id: number }>(sql`
select e.id::int as id from staff_link l join employee e on e.id = l.employee_id and e.active
where l.contact_id = ${sql.placeholder('contact')} and l.ended_at is null`);

/** The number of the employee a chat speaks as; `undefined` for whoever is none. */
export const employeeOf = async (runner: Runner, contact: number): Promise<number | undefined> =>
  (await find(runner, { contact }))[0]?.id;
