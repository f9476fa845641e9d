import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { CoreValue } from '../../../bot/domain/award/berakhlak.ts';
import { prepared, type Runner } from '../../prepared.ts';

/** A winner whose story may be told: `value`: the core value that most nominations named; `words`: their own, of their work. */
export type ToldWinner = {
  code: string;
  title: string;
  category: AwardCategory;
  name: string;
  unit: string;
  value: CoreValue | null;
  words: string | null;
};

const winners = prepared<ToldWinner>(sql`
  select c.code, c.rules->>'title' as title, n.category, e.name, u.name as unit, n.innovation as words, (
    select m.value from award_nomination m where m.nominee_id = n.id and not m.void group by m.value order by count(*) desc, m.value limit 1) as value
  from award_result r join award_nominee n on n.id = r.nominee_id join award_cycle c on c.id = n.cycle_id
  join employee e on e.id = n.employee_id join unit u on u.code = n.unit_code
  where c.id = (
    select id from award_cycle where decided_at is not null and (rules->>'year')::int <= ${sql.placeholder('year')}::int order by id desc limit 1)
  and r.number is not null and n.story_consent
  order by n.category, r.place, e.name`);

/** Winners of the newest decided cycle no later than a year who agreed that their story is told with their name; nobody else's, and no nominator's words. */
export const toldWinners = (runner: Runner, year: number): Promise<ToldWinner[]> => winners(runner, { year });
