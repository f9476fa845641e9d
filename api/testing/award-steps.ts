import { randomBytes } from 'node:crypto';
import type { PhaseName } from '../../bot/domain/award/phase.ts';
import type { Schedule } from '../../bot/domain/award/standing.ts';
import { type Decided, decideAward } from '../../db/award/decide.ts';
import { type Published, publishResult, type RankAnyway } from '../../db/award/publish.ts';
import { untilPhase } from './award.ts';
import type { countedAward } from './counted-award.ts';
import type { TestHall } from './hall.ts';

type Counted = Pick<Awaited<ReturnType<typeof countedAward>>, 'award'>;

/** What the operator does with a counted award, and the clock by its schedule as it stands. */
export const awardSteps = ({ hall }: TestHall) => {
  const { sql } = hall.database;

  const scheduleOf = async ({ award }: Counted): Promise<Schedule> => {
    const [row] = await sql<
      { schedule: Schedule }[]
    >`select schedule from award_cycle where id = ${award.id}`;
    if (!row) throw new Error('there is no such cycle');
    return row.schedule;
  };

  return {
    scheduleOf,
    publish: ({ award }: Counted, rank?: RankAnyway): Promise<Published> =>
      sql.begin((tx) =>
        publishResult(
          tx,
          hall.seal,
          hall.city(),
          { code: award.cycle.code, ...(rank && { rank }) },
          hall.clock.now(),
        ),
      ),
    decide: ({ award }: Counted, training?: string): Promise<Decided> => {
      const asked = { code: award.cycle.code, random: randomBytes };
      return sql.begin((tx) =>
        decideAward(
          tx,
          hall.seal,
          hall.city(),
          { ...asked, ...(training !== undefined && { training }) },
          hall.clock.now(),
        ),
      );
    },
    moveTo: async (counted: Counted, name: PhaseName): Promise<void> => {
      const { phases } = await scheduleOf(counted);
      await untilPhase(hall, { cycle: { ...counted.award.cycle, phases } }, name);
    },
    /** Sends every letter now, whatever the hour. */
    deliver: async (): Promise<void> => {
      await sql`update letter set not_before = now() where state = 'waiting'`;
      await hall.deliver();
    },
    placesOf: async ({ award }: Counted): Promise<string[]> =>
      (
        await sql<{ line: string }[]>`
          select r.place || ' ' || e.name || ' ' || (r.score->>'total') || ' ' || (r.score->>'by') as line
          from award_result r join award_nominee n on n.id = r.nominee_id join employee e on e.id = n.employee_id
          where n.cycle_id = ${award.id} order by r.place, e.name`
      ).map(({ line }) => line),
    minutesOf: async ({ award }: Counted): Promise<string[]> =>
      (
        await sql<
          { about: string }[]
        >`select about from award_minutes where cycle_id = ${award.id} order by id`
      ).map(({ about }) => about),
  };
};
