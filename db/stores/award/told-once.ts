import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const insertTold = prepared<{ employee: number }>(sql`
insert into award_told (cycle_id, what, employee_id) values (${p('cycle')}::bigint, ${p('what')}, ${p('employee')}::bigint)
on conflict do nothing returning employee_id::int as employee`);

/** Whether this is the first time that somebody is told of something in a cycle; it is the last as well. */
export const toldOnce = async (
  runner: Runner,
  told: { cycle: number; what: string; employee: number },
): Promise<boolean> => (await insertTold(runner, told)).length > 0;
