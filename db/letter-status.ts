import { type SQL, sql } from 'drizzle-orm';
import type { LetterStatus, SentMessage } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { messageName } from './message-name.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';

const p = sql.placeholder;

/** A failure that platforms report again and again is shown to a person after so many tries. */
const triesMost = 12;

/** Of a message that failed before, and was given back to the outbox, late news says nothing of the next try. */
const isNews = (message: SQL) => sql`not (l.state <> 'sent' and l.message is not distinct from ${message})`;

/**
 * By the letters that the message names, at whatever try, or by the message itself once its letter is marked with it. Whoever
 * got one is there again.
 */
const raise = prepared(sql`
with given as materialized (
  select letter, message, rank from json_to_recordset(${p('told')}::text::json) as one (letter bigint, message text, rank int)
), named as (
  select l.id, given.message, given.rank from given join letter l on l.id = given.letter
  union all
  select l.id, given.message, given.rank from given join letter l on l.message = given.message
), risen as (
  select l.id, max(named.rank) as rank from named join letter l on l.id = named.id
  where l.rank < named.rank and ${isNews(sql`named.message`)} group by l.id
), back as (
  update contact set unreachable_at = null, unreachable_why = null from letter l join risen on risen.id = l.id
  where contact.id = l.contact_id and risen.rank between 2 and 3 and contact.unreachable_why in ('unreachable', 'blocked')
)
update letter l set rank = risen.rank, body = case when l.state = 'sent' and risen.rank >= 2 then null else l.body end
from risen where l.id = risen.id`);

/** At the present try only, and not once it has arrived. Words that are gone cannot be said again: such a letter ends. */
const fall = prepared<{ id: number; contact: number; state: 'waiting' | 'dead' | 'dropped' }>(sql`
with tries as (
  select letter, fence from json_to_recordset(${p('tries')}::text::json) as one (letter bigint, fence int)
), named as (
  select l.id from letter l join tries on tries.letter = l.id and tries.fence = l.fence
  union select id from letter where message = ${p('message')}::text
), fallen as (
  select l.id, case when ${p('state')}::text = 'waiting' and (l.body is null or l.attempts >= ${sql.raw(String(triesMost))}) then 'dead' else ${p('state')}::text end as state
  from letter l join named on named.id = l.id
  where l.state in ('waiting', 'sending', 'sent') and l.rank < 2 and ${isNews(sql`${p('message')}::text`)}
  for update of l
), done as (
  update letter l set state = fallen.state, failure = ${p('failure')}::text, message = ${p('message')}::text, lease_until = null, sent_at = null,
    rank = case when fallen.state = 'waiting' then 0 else 9 end,
    attempts = l.attempts - case when ${p('failure')}::text = 'outside-window' then 1 else 0 end,
    not_before = now() + make_interval(secs => ${p('seconds')}::float)
  from fallen where l.id = fallen.id returning l.id, l.contact_id, l.state
), gone as (
  update contact set unreachable_at = now(), unreachable_why = ${p('failure')}::text
  where ${p('failure')}::text in ('unreachable', 'blocked') and id in (select contact_id from done)
), unknocked as (
  update contact set knocked_at = null where ${p('knock')}::boolean and id in (select contact_id from done)
)
select id::int as id, contact_id::int as contact, state from done`);

/** What the platform tells of messages later, written on their letters: in any order, and even before the call that sent one returns. */
export const createLetterStatus = ({ sql: pool }: Pick<Database, 'sql'>, seal: Seal): LetterStatus => {
  const name = ({ channel, message }: SentMessage) => messageName(seal, channel, message);
  return {
    rose: async (told) => {
      const rows = told.flatMap((one) => {
        const tries = one.tries.length > 0 ? one.tries : [{ id: null }];
        return tries.map(({ id }) => ({ letter: id, message: name(one), rank: one.rank }));
      });
      await raise(pool, { told: JSON.stringify(rows) });
    },
    failed: async (told, { state, failure, seconds, knock = false }) => {
      const tries = told.tries.map(({ id, fence }) => ({ letter: id, fence }));
      return fall(pool, {
        tries: JSON.stringify(tries),
        message: name(told),
        state,
        failure,
        seconds,
        knock,
      });
    },
  };
};
