import { sql } from 'drizzle-orm';
import type { Letter } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

/** A draft left alone for a day is mentioned once; after thirty days it goes (`conversation.md` section 7, `privacy.md` section 5). */
export const draftAge = { nudgeHours: 24, keepDays: 30 } as const;

const quietDrafts = prepared<{
  id: number;
}>(sql`select t.contact_id::int as id from talk t join contact c on c.id = t.contact_id
    where t.form is not null and t.nudged_at is null and t.spoke_at < ${p('before')}::timestamptz and c.channel <> 'terminal'
      and c.stopped_at is null and c.unreachable_at is null
    order by t.spoke_at limit ${p('most')}`);

const markNudged = prepared<{
  contact_id: number;
}>(sql`update talk set nudged_at = ${p('now')} where contact_id = ${p('contact')} and nudged_at is null and form is not null
      and spoke_at < ${p('before')}::timestamptz returning contact_id`);

const dayBefore = (now: Date): string =>
  new Date(now.getTime() - draftAge.nudgeHours * 3_600_000).toISOString();

/** Contacts whose draft has waited a day without a word of ours. */
export const findQuietDrafts = async (
  { sql: pool }: Pick<Database, 'sql'>,
  now: Date,
  most = 200,
): Promise<number[]> => (await quietDrafts(pool, { before: dayBefore(now), most })).map(({ id }) => id);

/** Writes the one nudge, if nobody else did and the person is still silent. */
export const nudge = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  contact: Parameters<typeof addLetters>[2],
  letter: Letter,
  now: Date,
): Promise<boolean> =>
  pool.begin(async (tx) => {
    const marked = await markNudged(tx, {
      contact: contact.id,
      now: now.toISOString(),
      before: dayBefore(now),
    });
    if (marked.length === 0) return false;
    await Promise.all(addLetters(tx, seal, contact, [letter]));
    return true;
  });
