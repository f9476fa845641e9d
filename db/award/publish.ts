import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../bot/domain/award/award-now.ts';
import { prolong } from '../../bot/domain/award/change-schedule.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { type CategoryFault, type JudgedCategory, judgedResult } from '../reads/award/judged-result.ts';
import { type Minutes, minutesOf } from '../reads/award/minutes.ts';
import type { Seal } from '../sealed.ts';
import { lockCycle } from './lock-cycle.ts';
import { tellResult } from './tell-result.ts';
import { writeMinutes } from './write-minutes.ts';
import { writeSchedule } from './write-schedule.ts';

const p = sql.placeholder;

const dropResult = prepared(sql`
delete from award_result where nominee_id in (select id from award_nominee where cycle_id = ${p('cycle')}::bigint)`);

const insertResult = prepared(sql`
insert into award_result (nominee_id, score, place) values (${p('nominee')}::bigint, ${p('score')}::text::jsonb, ${p('place')}::int)`);

const findResult = prepared<{ told: string }>(sql`
select r.nominee_id || ' ' || r.place || ' ' || r.score::text as told from award_result r join award_nominee n on n.id = r.nominee_id
where n.cycle_id = ${p('cycle')}::bigint order by r.nominee_id`);

const markAnnounced = prepared(
  sql`update award_cycle set announced_at = ${p('at')} where id = ${p('cycle')}::bigint`,
);

/** What became of a result that was to be told. `ties`: categories in which people share a place that only the committee can set apart. */
export type Published =
  | { is: 'none' | 'decided' | 'not-counted' }
  | { is: 'faults'; faults: CategoryFault[] }
  | { is: 'told' | 'unchanged'; categories: JudgedCategory[]; ties: AwardCategory[]; objectUntil: string };

/** Whether what is told now was not told yet, or was told anew only because an objection was right: then everybody has the whole time to object. */
const opensObjections = (minutes: readonly Minutes[]): boolean =>
  minutes.findLast(({ about }) => about === 'announced' || about === 'restarted')?.about !== 'announced';

/** Gives *rekap* the days that it took, so that nobody loses one of those for objections. */
const leaveTime = async (
  runner: Runner,
  { agency, calendar }: City,
  award: AwardNow,
  at: Date,
): Promise<AwardNow> => {
  const today = localDate(at, agency.zone);
  const begins = award.schedule.phases.find(({ name }) => name === 'masa_sanggah')?.from ?? today;
  if (today < begins) return award;
  const { schedule } = prolong(award.schedule, calendar, { name: 'rekap', days: 1, decidedOn: today });
  await writeSchedule(runner, award.id, schedule);
  const late = { ...award, schedule };
  await writeMinutes(
    runner,
    { cycle: award.id, about: 'extended', facts: { until: phaseEnds(late, 'masa_sanggah') } },
    at,
  );
  return late;
};

const tiesIn = (categories: readonly JudgedCategory[]): AwardCategory[] =>
  categories
    .filter(({ result }) => result.some(({ score }) => score.by === 'tie'))
    .map(({ category }) => category);

const replaceResult = async (
  runner: Runner,
  cycle: number,
  categories: readonly JudgedCategory[],
): Promise<boolean> => {
  const [before, after] = [
    await findResult(runner, { cycle }),
    await dropResult(runner, { cycle })
      .then(() =>
        Promise.all(
          categories.flatMap(({ result }) =>
            result.map(({ id, place, score }) =>
              insertResult(runner, { nominee: id, place, score: JSON.stringify(score) }),
            ),
          ),
        ),
      )
      .then(() => findResult(runner, { cycle })),
  ];
  return JSON.stringify(before) !== JSON.stringify(after);
};

/** That the committee ranks a category though its vote has no quorum, or fewer than five ballots; `text`: why, for everybody to read. */
export type RankAnyway = { category: AwardCategory; text: string };

/** Keeps that decision as minutes, where there is one to take. */
const rankAnyway = async (
  runner: Runner,
  { id: cycle }: AwardNow,
  judged: { faults: CategoryFault[] } | { categories: JudgedCategory[] },
  { category, text }: RankAnyway,
  at: Date,
): Promise<boolean> => {
  const open =
    'faults' in judged && judged.faults.some((one) => one.is === 'vote' && one.category === category);
  if (open) await writeMinutes(runner, { cycle, about: 'quorum', category, text }, at);
  return open;
};

/**
 * Ranks the candidates by the published rules once the votes are counted, keeps the provisional result and tells everybody
 * concerned; nothing is kept where facts are missing. Again after an objection or minutes of a tie; the same twice tells nobody twice.
 */
export const publishResult = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { code, rank }: { code: string; rank?: RankAnyway },
  at: Date,
): Promise<Published> => {
  const found = await lockCycle(runner, code, { at, zone: city.agency.zone });
  if (!found) return { is: 'none' };
  if (found.decided) return { is: 'decided' };
  const first = await judgedResult(runner, found);
  if (!first) return { is: 'not-counted' };
  const ranks = rank && (await rankAnyway(runner, found, first, rank, at));
  const judged = ranks ? await judgedResult(runner, found) : first;
  if (!judged) return { is: 'not-counted' };
  if ('faults' in judged) return { is: 'faults', faults: judged.faults };
  const { categories } = judged;
  const minutes = await minutesOf(runner, found.id);
  const award = opensObjections(minutes) ? await leaveTime(runner, city, found, at) : found;
  const changed = await replaceResult(runner, award.id, categories);
  const told = { categories, ties: tiesIn(categories), objectUntil: phaseEnds(award, 'masa_sanggah') };
  if (!changed && found.announced) return { is: 'unchanged', ...told };
  await markAnnounced(runner, { cycle: award.id, at: at.toISOString() });
  await writeMinutes(runner, { cycle: award.id, about: 'announced', facts: { until: told.objectUntil } }, at);
  const nth = minutes.filter(({ about }) => about === 'announced').length + 1;
  await tellResult(runner, seal, city, { award, categories, nth }, at);
  return { is: 'told', ...told };
};
