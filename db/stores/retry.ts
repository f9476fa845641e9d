import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** What retrying came to; another state than dead is left as it is. */
export type Retried = { kind: 'waiting' } | { kind: 'missing' } | { kind: 'not dead'; state: string };

/** Gives a dead letter its tries again, from now. Its contact's later letters wait behind it, so that order is kept. */
export const retryLetter = async ({ db }: Pick<Database, 'db'>, id: number): Promise<Retried> => {
  const [before] = await db.execute<{ state: string }>(sql`
    with revived as (
      update letter set state = 'waiting', attempts = 0, not_before = now(), lease_until = null, fence = fence + 1
      where id = ${id} and state = 'dead' and body is not null returning id
    )
    select case when exists (select 1 from revived) then 'revived' else state end as state from letter where id = ${id}`);
  if (!before) return { kind: 'missing' };
  return before.state === 'revived' ? { kind: 'waiting' } : { kind: 'not dead', state: before.state };
};
