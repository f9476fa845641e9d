import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { type AwardDoor, type AwardLook, awardDoors } from '../../../bot/domain/award/nomination-reads.ts';
import { isIn } from '../../../bot/domain/award/standing.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from './current.ts';
import { toldOf } from './nomination-told.ts';
import { mayInAward, nominatorOf } from './nominator.ts';

const p = sql.placeholder;

const findCards = prepared<{ id: number; category: AwardCategory }>(sql`
select id::int as id, category from award_nominee where cycle_id = ${p('cycle')}::bigint and employee_id = ${p('employee')}::bigint
order by category`);

/** How the newest cycle stands for an employee, and what they can do now: the doors themselves ask again. */
export const awardLookOf = async (
  runner: Runner,
  city: City,
  { contact, now }: { contact: number; now: Date },
): Promise<AwardLook | 'none' | null> => {
  const me = await nominatorOf(runner, city, contact);
  if (!me) return null;
  const award = await currentAward(runner, now, city.agency.zone);
  if (!award) return 'none';
  const cards = await findCards(runner, { cycle: award.id, employee: me.id });
  const { standing, cycle } = award;
  const nominator = cycle.nomination.nominators === 'all' ? 'asn' : 'supervisor';
  const open: { readonly [door in AwardDoor]: boolean } = {
    nominate: isIn(standing, 'nominasi') && mayInAward(me, 'nominate') && me.hats.includes(nominator),
    forward: isIn(standing, 'nominasi') && me.heads !== null && mayInAward(me, 'forward-nominee'),
    vote: isIn(standing, 'pemungutan_suara') && me.hats.includes('supervisor'),
    committee: mayInAward(me, 'judge-nominee'),
    object: isIn(standing, 'masa_sanggah') && mayInAward(me, 'object-award'),
  };
  return {
    ...toldOf(award),
    weights: cycle.score.weights,
    announced: award.announced,
    doors: awardDoors.filter((door) => open[door]),
    cards: [...cards],
  };
};
