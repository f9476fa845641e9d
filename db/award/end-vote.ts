import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../bot/domain/award/award-now.ts';
import { prolong } from '../../bot/domain/award/change-schedule.ts';
import { judgeQuorum, type QuorumVerdict } from '../../bot/domain/award/quorum.ts';
import type { Schedule } from '../../bot/domain/award/standing.ts';
import { isPast } from '../../bot/domain/award/standing.ts';
import { type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import type { Calendar } from '../../bot/domain/working-days.ts';
import { prepared, type Runner } from '../prepared.ts';
import { papersOf, rollOfCycle, votedIn } from '../reads/award/roll.ts';
import { type Broken, emptyTheUrn } from './close.ts';
import { lockCycle, type Moment } from './lock-cycle.ts';
import { castFacts, writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

const setSchedule = prepared(sql`
update award_cycle set schedule = ${p('schedule')}::text::jsonb where id = ${p('cycle')}::bigint`);

/** What came of ending a vote. */
export type Ended =
  | { is: 'unknown' | 'unfrozen' | 'was-closed' }
  | { is: 'early' | 'extended'; until: LocalDate }
  | { is: 'closed'; cast: ReadonlyMap<AwardCategory, number>; below: readonly AwardCategory[] }
  | { is: 'broken'; broken: readonly Broken[] };

/** The quorum of every category that has candidates. */
export type Quorums = ReadonlyMap<AwardCategory, { verdict: QuorumVerdict; cast: number; voters: number }>;

export const quorumsOf = async (runner: Runner, award: AwardNow): Promise<Quorums> => {
  const roll = (await rollOfCycle(runner, award.id)).length;
  const [voted, papers] = [await votedIn(runner, award.id), await papersOf(runner, award.id)];
  const { vote } = award.cycle;
  const wasExtended = wasProlonged(award.schedule);
  return new Map(
    award.cycle.categories
      .filter((category) => papers.has(category))
      .map((category) => {
        const cast = voted.get(category)?.size ?? 0;
        return [category, { verdict: judgeQuorum({ roll, cast, wasExtended }, vote), cast, voters: roll }];
      }),
  );
};

/** The vote is prolonged once, and no more. */
export const wasProlonged = ({ again }: Pick<Schedule, 'again'>): boolean =>
  again.includes('pemungutan_suara');

/** Gives a locked cycle's vote its one extension, with minutes; the day it ends then. */
export const prolongVote = async (
  tx: Runner,
  { id: cycle, schedule, cycle: { vote } }: AwardNow,
  { calendar, at, zone }: Moment & { calendar: Calendar },
  text = '',
): Promise<LocalDate> => {
  const name = 'pemungutan_suara';
  const decidedOn = localDate(at, zone);
  const now = prolong(schedule, calendar, { name, days: vote.extensionDays, decidedOn }).schedule;
  const until = phaseEnds({ schedule: now }, name);
  await setSchedule(tx, { cycle, schedule: JSON.stringify(now) });
  await writeMinutes(tx, { cycle, about: 'extended', facts: { until }, text }, at);
  return until;
};

/**
 * Ends a vote whose time is over: below the quorum of a category it is prolonged once, else it is closed and the urn emptied;
 * a category that is below it then is the committee's, with minutes. All in one transaction, so that an end half done is none.
 */
export const endVote = (
  pool: Sql,
  code: string,
  { at, zone, calendar }: Moment & { calendar: Calendar },
): Promise<Ended> =>
  pool.begin(async (tx): Promise<Ended> => {
    const award = await lockCycle(tx, code, { at, zone });
    if (!award) return { is: 'unknown' };
    if (award.closed) return { is: 'was-closed' };
    if (!isPast(award.standing, 'pemungutan_suara'))
      return { is: 'early', until: phaseEnds(award, 'pemungutan_suara') };
    if (!award.frozen) return { is: 'unfrozen' };
    const quorums = await quorumsOf(tx, award);
    if ([...quorums.values()].some(({ verdict }) => verdict === 'extend'))
      return { is: 'extended', until: await prolongVote(tx, award, { at, zone, calendar }) };
    const emptied = await emptyTheUrn(tx, award, at);
    if (!(emptied instanceof Map)) return { is: 'broken', broken: emptied as readonly Broken[] };
    const below = [...quorums].filter(([, { verdict }]) => verdict === 'committee');
    for (const [category, { cast, voters }] of below) {
      const facts = { ...castFacts(cast), voters };
      await writeMinutes(tx, { cycle: award.id, about: 'quorum', category, facts }, at);
    }
    return { is: 'closed', cast: emptied, below: below.map(([category]) => category) };
  });
