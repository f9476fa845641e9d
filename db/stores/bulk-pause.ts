import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Stops the letters that nobody waits for until they are let go on; answers go as ever. Gives since when they are stopped, and whether that is news. */
export const pauseBulk = async ({ db }: Pick<Database, 'db'>): Promise<{ since: Date; changed: boolean }> => {
  const [row] = await db.execute<{ since: string; changed: boolean }>(sql`
    with made as (
      insert into bulk_pause (since) values (now()) on conflict (id) do nothing returning since
    )
    select since, true as changed from made union all
    select since, false from bulk_pause where not exists (select 1 from made)`);
  if (!row) throw new Error('somebody else changed the pause at the same moment');
  return { since: new Date(row.since), changed: row.changed };
};

/** Lets them go on; whether they were stopped. A service notices within two seconds. */
export const resumeBulk = async ({ db }: Pick<Database, 'db'>): Promise<boolean> =>
  (await db.execute(sql`delete from bulk_pause returning id`)).length > 0;
