import { type SQL, sql } from 'drizzle-orm';

/** Whether an employee speaks from no chat of another circle than this one: people who try the service read each other only there. */
export const speaksIn = (employee: SQL, circle: SQL): SQL => sql`not exists (
  select from staff_link sl join contact sc on sc.id = sl.contact_id
  where sl.employee_id = ${employee} and sl.ended_at is null and sc.circle is distinct from ${circle})`;
