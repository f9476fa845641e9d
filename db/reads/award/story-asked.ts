import { sql } from 'drizzle-orm';
import type { StoryAsked } from '../../../bot/domain/award/result-reads.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { employeeOf } from '../training/employee-of.ts';

const p = sql.placeholder;

const findWon = prepared<StoryAsked>(sql`
select n.id::int as nominee, n.category, c.rules->>'title' as title, n.story_consent as told
from award_result r join award_nominee n on n.id = r.nominee_id join award_cycle c on c.id = n.cycle_id
where n.employee_id = ${p('employee')}::bigint and r.number is not null and (${p('nominee')}::bigint is null or n.id = ${p('nominee')}::bigint)
order by n.id desc limit 1`);

/** What a winner said about telling their story, of the award named or the newest; null for whoever has not won. */
export const storyAsked = async (
  runner: Runner,
  { contact, nominee }: { contact: number; nominee: number | null },
): Promise<StoryAsked | null> => {
  const employee = await employeeOf(runner, contact);
  return employee === undefined ? null : ((await findWon(runner, { employee, nominee }))[0] ?? null);
};
