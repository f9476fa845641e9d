import { type SQLWrapper, sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';

const p = sql.placeholder;

/** What a claim came to; `known`: this message had its effect before; `hold`: a letter waits for this chat, or sending is paused. */
export type Claim = { won: boolean; known: boolean; hold: boolean };

/** A message's claim on its talk. `key` names the message (hex); `sealed` holds the papers (base64); `now` is when the person spoke last, if ever. */
export type Turn = {
  contact: number;
  channel: string;
  account: string;
  revision: number;
  key: string;
  form: string | null;
  sealed: string | null;
  now: string | null;
};

const seen = (key: SQLWrapper) => sql`exists (select 1 from inbox where inbox.key = ${key})`;

/** The talk is as it was read, and the message is new. */
const free = (revision: SQLWrapper, key: SQLWrapper) => sql`talk.revision = ${revision} and not ${seen(key)}`;

const holds = (contact: SQLWrapper, channel: SQLWrapper, account: SQLWrapper) =>
  sql`exists (select 1 from letter where letter.contact_id = ${contact} and letter.state = 'waiting')
    or exists (select 1 from pause where pause.channel = ${channel} and pause.account = ${account} and pause.until > now())`;

const key = sql`decode(${p('key')}, 'hex')`;
const hold = holds(sql`${p('contact')}`, sql`${p('channel')}`, sql`${p('account')}`);

/**
 * The claim of a message: `turn` has a row if the talk still has the revision that was read and the message is new. The
 * talk is then written and the message remembered; whatever else a statement writes must stand on `turn`.
 */
export const claiming = sql`turn as (
  update talk set revision = revision + 1, form = ${p('form')}, sealed = decode(${p('sealed')}, 'base64'), last_key = ${key},
    spoke_at = ${p('now')}, nudged_at = null
  where contact_id = ${p('contact')} and ${free(p('revision'), key)}
  returning contact_id
), remembered as (
  insert into inbox (key) select ${key} from turn
)`;

/** What a claim came to, as a `Claim`. */
export const claimed = sql`exists (select 1 from turn) as won, not exists (select 1 from turn) and ${seen(key)} as known, ${hold} as hold`;

/** The one statement of an ordinary step. Run inside a transaction it is the claim that every effect stands on. */
export const writeTurn = prepared<Claim>(sql`with ${claiming} select ${claimed}`);

/**
 * The same for the turns of several contacts, given as JSON, at most one of each. Talks are locked in the order of their
 * contacts, so that two processes that write the same ones do not wait for each other in a ring.
 */
export const writeTurns = prepared<Claim & { contact: number }>(sql`
with batch as materialized (
  select contact, channel, account, revision, decode(key, 'hex') as key, form, decode(sealed, 'base64') as sealed, now
  from json_to_recordset(${p('turns')}::text::json) as given (contact bigint, channel text, account text, revision int, key text,
    form text, sealed text, now timestamptz)
), locked as materialized (
  select contact_id from talk where contact_id in (select contact from batch) order by contact_id for no key update
), turn as (
  update talk set revision = talk.revision + 1, form = batch.form, sealed = batch.sealed, last_key = batch.key,
    spoke_at = batch.now, nudged_at = null
  from batch join locked on locked.contact_id = batch.contact
  where talk.contact_id = batch.contact and ${free(sql`batch.revision`, sql`batch.key`)}
  returning talk.contact_id, batch.key
), remembered as (
  insert into inbox (key) select key from turn
)
select batch.contact::int as contact, turn.contact_id is not null as won,
  turn.contact_id is null and ${seen(sql`batch.key`)} as known,
  ${holds(sql`batch.contact`, sql`batch.channel`, sql`batch.account`)} as hold
from batch left join turn on turn.contact_id = batch.contact`);

/** Whether a letter waits for this chat, or sending is paused. */
export const findHold = prepared<{ hold: boolean }>(sql`select ${hold} as hold`);
