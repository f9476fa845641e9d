import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import { calledBeside } from '../../../bot/domain/award/called-beside.ts';
import type { PublishedScore } from '../../../bot/domain/award/published-score.ts';
import { smallGroup } from '../../../bot/domain/skm/hide-small.ts';
import { prepared, type Runner } from '../../prepared.ts';

/** A place of the announced result. `score`: `null` where so few voted that its figures would tell who; `won`: by the decision. */
export type PublicPlace = {
  category: AwardCategory;
  name: string;
  unit: string;
  place: number;
  score: PublishedScore | null;
  won: boolean;
};

type Row = Omit<PublicPlace, 'score' | 'won'> & { score: PublishedScore; numbered: boolean; cast: number };

const p = sql.placeholder;

const results = prepared<Row>(sql`
  select n.category, coalesce(n.paper_name, e.name) as name, u.name as unit, r.place, r.score, r.number is not null as numbered,
    (select count(*)::int from award_participation v where v.cycle_id = n.cycle_id and v.category = n.category) as cast
  from award_result r join award_nominee n on n.id = r.nominee_id join employee e on e.id = n.employee_id
  join unit u on u.code = n.unit_code
  where n.cycle_id = ${p('cycle')} order by n.category, r.place, name`);

/** The ranking of every category; a result that stands in the tables but is not announced is not asked for here. */
export const publicPlaces = async (
  runner: Runner,
  { id, decided }: Pick<AwardNow, 'id' | 'decided'>,
): Promise<PublicPlace[]> =>
  (await results(runner, { cycle: id })).map(({ score, numbered, cast, ...place }) => ({
    ...place,
    name: calledBeside(place),
    score: cast > 0 && cast < smallGroup ? null : score,
    won: decided && numbered,
  }));
