import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import { isPast } from '../../../bot/domain/award/standing.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';
import { toldOnce } from './told-once.ts';

const findUnforwarded = prepared<{ employee: number; category: AwardCategory }>(sql`
select n.employee_id::int as employee, n.category from award_nominee n join employee e on e.id = n.employee_id and e.active
where n.cycle_id = ${sql.placeholder('cycle')}::bigint and n.forwarded_at is null and n.consent is distinct from 'declined'
  and not exists (select from award_told t where t.cycle_id = n.cycle_id and t.employee_id = n.employee_id and t.what = 'unforwarded ' || n.category)
order by n.id`);

/** Tells nominees kindly, and once, that their head of office forwarded another; nobody before `nominasi` is over. Gives how many. */
export const tellUnforwarded = async (
  runner: Runner,
  seal: Seal,
  city: City,
  award: AwardNow,
  at: Date,
): Promise<number> => {
  if (!isPast(award.standing, 'nominasi')) return 0;
  let told = 0;
  for (const { employee, category } of await findUnforwarded(runner, { cycle: award.id })) {
    if (!(await toldOnce(runner, { cycle: award.id, what: `unforwarded ${category}`, employee }))) continue;
    const say = {
      text: {
        key: 'nominee.unforwarded',
        with: { title: { literal: award.cycle.title }, category: { key: `award.category.${category}` } },
      },
    } as const;
    await tellEmployee(runner, seal, city, { employee, say }, at);
    told += 1;
  }
  return told;
};
