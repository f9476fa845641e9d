import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { phaseEnds } from '../../../bot/domain/award/award-now.ts';
import type { AwardPlace, AwardResultView } from '../../../bot/domain/award/result-reads.ts';
import { isIn } from '../../../bot/domain/award/standing.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { employeeOf } from '../training/employee-of.ts';
import { currentAward } from './current.ts';

const p = sql.placeholder;

const findPlaces = prepared<Omit<AwardPlace, 'won'> & { category: AwardCategory }>(sql`
select n.id::int as nominee, e.name, u.name as unit, n.category, r.place, r.score, r.number
from award_result r join award_nominee n on n.id = r.nominee_id join employee e on e.id = n.employee_id join unit u on u.code = n.unit_code
where n.cycle_id = ${p('cycle')}::bigint order by n.category, r.place, n.id`);

/** The result of the newest cycle for a chat that speaks as an employee; null for anybody else, before it is told, and while an objection makes it be worked out anew. */
export const awardResultFor = async (
  runner: Runner,
  { agency: { zone } }: Pick<City, 'agency'>,
  { contact, now }: { contact: number; now: Date },
): Promise<AwardResultView | null> => {
  const [award, me] = await Promise.all([currentAward(runner, now, zone), employeeOf(runner, contact)]);
  if (!award?.announced || me === undefined) return null;
  const by = Map.groupBy(await findPlaces(runner, { cycle: award.id }), ({ category }) => category);
  return {
    code: award.code,
    title: award.cycle.title,
    year: award.cycle.year,
    decided: award.decided,
    objectUntil: isIn(award.standing, 'masa_sanggah') ? phaseEnds(award, 'masa_sanggah') : null,
    categories: award.cycle.categories.flatMap((category) => {
      const places = by.get(category);
      return places
        ? [
            {
              category,
              places: places.map(({ category: _, ...one }) => ({ ...one, won: one.number !== null })),
            },
          ]
        : [];
    }),
  };
};
