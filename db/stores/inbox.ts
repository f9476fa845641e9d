import { sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';

/** What a claim came to; `known`: this message had its effect before; `hold`: a letter waits for this chat, or sending is paused. */
export type Claim = { won: boolean; known: boolean; hold: boolean };

/**
 * The one statement of an ordinary step: if the talk still has the revision that was read and the message is new, the
 * talk is written and the message is remembered, together. Run inside a transaction it is the claim that every effect
 * stands on.
 */
export const writeTurn = prepared<Claim>(sql`
with turn as (
  update talk set revision = revision + 1, form = ${sql.placeholder('form')}, sealed = ${sql.placeholder('sealed')},
    last_key = ${sql.placeholder('key')}, spoke_at = ${sql.placeholder('now')}, nudged_at = null
  where contact_id = ${sql.placeholder('contact')} and revision = ${sql.placeholder('revision')}
    and not exists (select 1 from inbox where key = ${sql.placeholder('key')})
  returning contact_id
), seen as (
  insert into inbox (key) select ${sql.placeholder('key')}::bytea from turn
)
select exists (select 1 from turn) as won,
  not exists (select 1 from turn) and exists (select 1 from inbox where key = ${sql.placeholder('key')}) as known,
  exists (select 1 from letter where contact_id = ${sql.placeholder('contact')} and state = 'waiting')
    or exists (select 1 from pause where channel = ${sql.placeholder('channel')} and account = ${sql.placeholder('account')} and until > now()) as hold`);

/** Whether a letter waits for this chat, or sending is paused. */
export const findHold = prepared<{
  hold: boolean;
}>(sql`select exists (select 1 from letter where contact_id = ${sql.placeholder('contact')} and state = 'waiting')
    or exists (select 1 from pause where channel = ${sql.placeholder('channel')} and account = ${sql.placeholder('account')} and until > now()) as hold`);
