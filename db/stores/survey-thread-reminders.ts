import { sql } from 'drizzle-orm';
import { addHours, localDate } from '../../bot/domain/local-date.ts';
import { remindsOfThread, silentDays } from '../../bot/domain/survey-thread.ts';
import type { City } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { tellAskers } from './survey-thread-letters.ts';

const p = sql.placeholder;

const closeSilent = prepared<{ done: number }>(sql`
update skm_thread set state = 'closed', told_at = coalesce(told_at, ${p('at')})
where state <> 'closed' and last_at < ${p('before')} returning 1 as done`);

/** Talks of which officers have not heard yet, and those in which the word has been theirs for two days. */
const takeWaiting = prepared<{ number: string; last: string; told: string | null }>(sql`
select number, last_at as last, told_at as told from skm_thread
where contact_id is not null and (told_at is null or (state in ('open', 'answered') and last_at < ${p('before')}))
order by told_at nulls first, id limit 200 for update skip locked`);

/**
 * Lays before officers who have come on duty what nobody there has heard, reminds them once of a talk in which the word is
 * theirs, and closes without a word what has been silent for long. Gives how many were moved.
 */
export const tendThreads = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: City,
  now: Date,
): Promise<number> => {
  const on = (at: string) => localDate(new Date(at), city.agency.zone);
  const before = (days: number) => addHours(now, -24 * days).toISOString();
  return pool.begin(async (tx) => {
    let moved = (await closeSilent(tx, { at: now.toISOString(), before: before(silentDays) })).length;
    for (const { number, last, told } of await takeWaiting(tx, { before: before(1) })) {
      const remind = told !== null;
      const days = remind && { since: on(last), told: on(told), today: on(now.toISOString()) };
      if (days && !remindsOfThread(days, city.calendar)) continue;
      if (await tellAskers(tx, seal, city, { number, remind }, now)) moved += 1;
    }
    return moved;
  });
};
