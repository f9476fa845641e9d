import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../bot/domain/award/award-now.ts';
import { newAwardNumber } from '../../bot/domain/award/result-number.ts';
import { isIn, isPast } from '../../bot/domain/award/standing.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { readTraining } from '../reads/training/training.ts';
import type { Seal } from '../sealed.ts';
import type { Seated } from '../stores/training/take-seat.ts';
import { giveReward } from './give-reward.ts';
import { lockCycle } from './lock-cycle.ts';
import { tellDecision } from './tell-decision.ts';
import { writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

/** A first place, as it is honoured. */
export type Winner = {
  nominee: number;
  employee: number;
  name: string;
  unit: string;
  category: AwardCategory;
  number: string;
  seated: Seated | null;
};

type Placed = Omit<Winner, 'number' | 'seated'> & { place: number; by: string };

const findPlaces = prepared<Placed>(sql`
select n.id::int as nominee, e.id::int as employee, e.name, u.name as unit, n.category, r.place, r.score->>'by' as by
from award_result r join award_nominee n on n.id = r.nominee_id join employee e on e.id = n.employee_id join unit u on u.code = n.unit_code
where n.cycle_id = ${p('cycle')}::bigint order by n.category, r.place, n.id`);

const findOpen = prepared<{ number: string }>(sql`
select number from award_objection where cycle_id = ${p('cycle')}::bigint and outcome is null order by at, number`);

const markWinner = prepared(sql`
update award_result set number = ${p('number')}, training_code = ${p('training')}::text where nominee_id = ${p('nominee')}::bigint`);

const recordWin = prepared(sql`
insert into personnel_record (employee_id, year, last_won) values (${p('employee')}::bigint, ${p('year')}::int, ${p('year')}::int)
on conflict (employee_id, year) do update set last_won = excluded.last_won`);

const markDecided = prepared(
  sql`update award_cycle set decided_at = ${p('at')} where id = ${p('cycle')}::bigint`,
);

/** What became of the decision; everything but `decided` changed nothing. `objections`: their numbers. */
export type Decided =
  | { is: 'none' | 'already' | 'not-announced' | 'nobody' | 'no-training' }
  | { is: 'phase'; from: string }
  | { is: 'objections'; numbers: string[] }
  | { is: 'ties'; categories: AwardCategory[] }
  | { is: 'decided'; winners: Winner[]; late: boolean };

/** Why it cannot be decided now. */
const refusal = (
  award: AwardNow,
  open: readonly { number: string }[],
  places: readonly Placed[],
): Decided | undefined => {
  if (award.decided) return { is: 'already' };
  const from = award.schedule.phases.find(({ name }) => name === 'keputusan')?.from ?? '';
  const time = isIn(award.standing, 'keputusan') || isPast(award.standing, 'keputusan');
  if (!time) return { is: 'phase', from };
  if (open.length > 0) return { is: 'objections', numbers: open.map(({ number }) => number) };
  if (!award.announced) return { is: 'not-announced' };
  const tied = places.filter(({ by }) => by === 'tie').map(({ category }) => category);
  if (tied.length > 0) return { is: 'ties', categories: [...new Set(tied)] };
  return places.length === 0 ? { is: 'nobody' } : undefined;
};

/**
 * The decision: whoever has the first place of a category has won. Each gets a certificate's number, an entry in the personnel
 * record and at once the promised place in a training; everybody is told. Later than planned it is still taken, for nobody
 * else can. Throws `Overtaken` where a winner can have no place in that training.
 */
export const decideAward = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { code, training, random }: { code: string; training?: string; random: (bytes: number) => Uint8Array },
  at: Date,
): Promise<Decided> => {
  const award = await lockCycle(runner, code, { at, zone: city.agency.zone });
  if (!award) return { is: 'none' };
  const cycle = award.id;
  const [open, places] = [await findOpen(runner, { cycle }), await findPlaces(runner, { cycle })];
  const refused = refusal(award, open, places);
  if (refused) return refused;
  const reward = training === undefined ? undefined : await readTraining(runner, training);
  if (training !== undefined && !reward) return { is: 'no-training' };
  const winners: Winner[] = [];
  for (const { place, by: _, ...first } of places) {
    if (place !== 1) continue;
    const number = newAwardNumber(award.cycle.year, random);
    const seated = reward
      ? await giveReward(runner, seal, city, { ...first, training: reward.code }, at)
      : null;
    await markWinner(runner, { nominee: first.nominee, number, training: reward?.code ?? null });
    await recordWin(runner, { employee: first.employee, year: award.cycle.year });
    winners.push({ ...first, number, seated });
  }
  await markDecided(runner, { cycle, at: at.toISOString() });
  const late = isPast(award.standing, 'keputusan');
  await writeMinutes(
    runner,
    { cycle, about: 'decided', facts: late ? { until: phaseEnds(award, 'keputusan') } : {} },
    at,
  );
  const candidates = [...new Set(places.map(({ employee }) => employee))];
  await tellDecision(runner, seal, city, { award, winners, candidates, reward: reward?.title }, at);
  return { is: 'decided', winners, late };
};
