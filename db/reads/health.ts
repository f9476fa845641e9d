import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

/**
 * How the house stands, in figures only: migrations applied, letters waiting and dead, messages set aside, photos waiting.
 * Ages are of those that are due: answers, and letters in bulk, of which thousands may rightly take minutes.
 */
export type Health = {
  migrations: number;
  lettersWaiting: number;
  oldestLetterSeconds: number;
  bulkLettersWaiting: number;
  oldestBulkLetterSeconds: number;
  bulkPaused: boolean;
  lettersDead: number;
  updatesDead: number;
  photosWaiting: number;
};

const findHealth = prepared<Health>(sql`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select count(*)::int from letter where state in ('waiting', 'sending')) as "lettersWaiting",
      (select coalesce(extract(epoch from now() - min(not_before)), 0)::int from letter
        where state in ('waiting', 'sending') and not bulk and not_before <= now()) as "oldestLetterSeconds",
      (select count(*)::int from letter where state in ('waiting', 'sending') and bulk) as "bulkLettersWaiting",
      (select coalesce(extract(epoch from now() - min(not_before)), 0)::int from letter
        where state in ('waiting', 'sending') and bulk and not_before <= now()) as "oldestBulkLetterSeconds",
      exists (select 1 from bulk_pause) as "bulkPaused",
      (select count(*)::int from letter where state = 'dead') as "lettersDead",
      (select count(*)::int from dead_update where dead_at is not null) as "updatesDead",
      (select count(*)::int from media where state in ('wanted', 'raw')) as "photosWaiting"`);

export const health = async ({ sql: pool }: { sql: Runner }): Promise<Health> => {
  const [row] = await findHealth(pool, {});
  if (!row) throw new Error('the database gave no answer');
  return row;
};
