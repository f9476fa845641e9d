import { type SQL, sql } from 'drizzle-orm';

/** The numbers of everybody the personnel file puts above an employee (`employee`: the SQL of their number), as a JSON array. */
export const superiorsOf = (employee: SQL): SQL => sql`(
  with recursive above as (
    select s.id, s.supervisor_nip from employee one join employee s on s.nip = one.supervisor_nip where one.id = ${employee}
    union select s.id, s.supervisor_nip from employee s join above on s.nip = above.supervisor_nip
  ) select coalesce(json_agg(id::int), '[]') from above)`;
