import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** How long each thing is kept (`privacy.md` section 5), in days. */
export const keepDays = {
  inbox: 30,
  sentLetters: 7,
  deadUpdates: 14,
  shown: 30,
  drafts: 30,
  jobRuns: 7,
  codes: 1,
} as const;

/** Deletes what has been kept long enough. Drafts lose their words and raise their revision, so that no cached copy of them is written back. */
export const forget = async ({ db }: Pick<Database, 'db'>, now: Date): Promise<void> => {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  await db.execute(sql`delete from inbox where at < ${before(keepDays.inbox)}`);
  await db.execute(
    sql`delete from letter where state in ('sent', 'dropped') and created_at < ${before(keepDays.sentLetters)}`,
  );
  await db.execute(sql`delete from dead_update where first_at < ${before(keepDays.deadUpdates)}`);
  await db.execute(sql`delete from shown where at < ${before(keepDays.shown)}`);
  await db.execute(sql`delete from code_try where at < ${before(keepDays.codes)}`);
  await db.execute(sql`delete from activation where expires_at < ${before(keepDays.codes)}`);
  await db.execute(sql`delete from job_run where at < ${before(keepDays.jobRuns)}`);
  await db.execute(
    sql`update talk set form = null, sealed = null, revision = revision + 1, nudged_at = null
      where sealed is not null and spoke_at < ${before(keepDays.drafts)}`,
  );
};
