import { sql } from 'drizzle-orm';
import type { Schedule } from '../../bot/domain/award/standing.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

const updateSchedule = prepared(
  sql`update award_cycle set schedule = ${p('schedule')}::text::jsonb where id = ${p('cycle')}::bigint`,
);

/** Keeps the phases as they stand after a change; minutes say why. */
export const writeSchedule = async (runner: Runner, cycle: number, schedule: Schedule): Promise<void> => {
  await updateSchedule(runner, { cycle, schedule: JSON.stringify(schedule) });
};
