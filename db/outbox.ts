import { sql } from 'drizzle-orm';
import type { Account, Outbox, Road, Taken } from '../bot/ports.ts';
import { claimBehind, claimLetters, claimOfContact, type LetterRow, takenOf } from './claim-letters.ts';
import type { Database } from './database.ts';
import { bulkPaused, goesBefore } from './letter-order.ts';
import { missTemplate, moveLetter, setKnocking, waitForWord, waitKnocked } from './letter-ways.ts';
import { messageName } from './message-name.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { leaseSeconds } from './stores/letter.ts';
import { createTogether } from './together.ts';

const p = sql.placeholder;

/** A letter that the platform took, with the message it became there (`also`: and others before it), and what it is about. */
type Sent = {
  id: number;
  fence: number;
  contact: number;
  message: string | null;
  about: string | null;
  also?: readonly string[];
};

/**
 * Marks letters as sent, given as JSON, at most one of each contact; a sender whose lease was taken over changes nothing.
 * Where it may still turn out that one did not arrive, its words are kept until the platform says that it did, or for the
 * seven days of sent letters.
 */
const markSent = prepared<{ id: number; more: boolean }>(sql`
with given as materialized (
  select id, fence, contact, message, about, also
  from json_to_recordset(${p('sent')}::text::json) as one (id bigint, fence int, contact bigint, message text, about text, also text[])
), done as (
  update letter set state = 'sent', sent_at = now(), lease_until = null, failure = null,
    body = case when channel like 'whatsapp-%' and rank < 2 then body end,
    message = case when channel like 'whatsapp-%' then coalesce(given.message, letter.message) end,
    rank = case when channel like 'whatsapp-%' then greatest(rank, 1) else rank end
  from given where letter.id = given.id and letter.fence = given.fence and letter.state = 'sending'
  returning letter.contact_id, coalesce(given.message, letter.message) as message, given.about, given.also
), known as (
  insert into shown (contact_id, message, about)
  select contact_id, one, about from done, unnest(array_append(also, message)) as one where about is not null and one is not null
  on conflict (contact_id, message) do update set about = excluded.about, at = now()
)
select given.id::int as id, exists (select 1 from letter
  where letter.contact_id = given.contact and letter.id <> given.id and letter.state = 'waiting') as more
from given`);

const markLater =
  prepared(sql`update letter set state = 'waiting', lease_until = null, failure = ${p('failure')}, attempts = attempts - ${p('forgiven')}::int,
      not_before = now() + make_interval(secs => ${p('seconds')}::float)
    where id = ${p('id')} and fence = ${p('fence')} and state = 'sending'`);

const extendLease = prepared<{
  id: number;
}>(sql`update letter set lease_until = now() + make_interval(secs => ${p('seconds')}::float)
    where id = ${p('id')} and fence = ${p('fence')} and state = 'sending' returning id::int as id`);

const markEnded =
  prepared(sql`update letter set state = ${p('state')}, lease_until = null, failure = ${p('failure')}
    where id = ${p('id')} and fence = ${p('fence')} and state = 'sending'`);

const markUnreachable = prepared(
  sql`update contact set unreachable_at = now(), unreachable_why = ${p('why')} where id = ${p('contact')}`,
);

const setPause = prepared(sql`insert into pause (channel, account, until)
    values (${p('channel')}, ${p('account')}, now() + make_interval(secs => ${p('seconds')}::float))
    on conflict (channel, account) do update set until = greatest(pause.until, excluded.until)`);

const nextDue = prepared<{
  seconds: number | null;
}>(sql`select extract(epoch from min(greatest(l.not_before, l.lease_until, p.until)) - now())::float as seconds
    from letter l join contact c on c.id = l.contact_id
    left join pause p on p.channel = c.channel and p.account = c.account
    where l.state in ('waiting', 'sending') and (c.channel || '|' || c.account) = any(${p('accounts')}::text[])
      and (${p('bulk')}::boolean is null or l.bulk = ${p('bulk')}) and not (l.bulk and ${bulkPaused})
      and not exists (select 1 from letter e where ${goesBefore('e', 'l')})`);

/** When somebody wrote last, as it was known when the letter was taken. */
const spokeAt = (road: Road | undefined): string => road?.own.spokeAt?.toISOString() ?? '-infinity';

const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null;

const served = (accounts: readonly Account[]): string[] =>
  accounts.map(({ name, account }) => `${name}|${account}`);

/** Seconds until a letter whose words do not open is looked at again. */
const unreadableWait = 600;

/** At most so many letters are marked by one statement. */
const togetherMost = 64;

/**
 * Where nobody waits for what comes behind a letter, others are waited for so long (milliseconds): long enough that in a
 * broadcast at full speed several are marked at once, too short for many to be sent again after a kill.
 */
const bulkLinger = 10;

/** Marks letters as sent: alone, or together with those that were sent meanwhile. Tells whether another one waits behind. */
const sentMarker = (keyed: Database['keyed']) => {
  const all = async (sent: readonly Sent[]): Promise<boolean[]> => {
    const marked = await markSent(keyed, { sent: JSON.stringify(sent) });
    const more = new Map(marked.map((row) => [row.id, row.more]));
    return sent.map(({ id }) => more.get(id) ?? false);
  };
  const alone = async (sent: Sent) => (await all([sent]))[0] ?? false;
  const how = { all, alone, nameOf: ({ contact }: Sent) => contact, most: togetherMost };
  return { alone, answers: createTogether(how), bulk: createTogether({ ...how, linger: bulkLinger }) };
};

/**
 * The outbox on PostgreSQL: claimed by lease with a fence, so that a sender that comes back late changes nothing.
 * `cache: false` where no message may wait for another (a Worker).
 */
export const createOutbox = (
  { sql: pool, keyed }: Pick<Database, 'sql' | 'keyed'>,
  seal: Seal,
  { cache = true } = {},
): Outbox => {
  const marker = sentMarker(keyed);
  const markOf = (bulk: boolean) => (cache ? (bulk ? marker.bulk : marker.answers) : marker.alone);
  /** Words that do not open (another APP_KEY, altered bytes) hold up their own chat only; they are tried again, for a key may come back. */
  const opened = async (rows: readonly LetterRow[]): Promise<Taken[]> => {
    const taken: Taken[] = [];
    for (const row of rows) {
      try {
        taken.push(takenOf(seal, row));
      } catch {
        const { id, fence } = row;
        await markLater(pool, { id, fence, seconds: unreadableWait, failure: 'unreadable', forgiven: 1 });
      }
    }
    return taken;
  };
  return {
    claim: async ({ accounts, contact, bulk, most }) => {
      const how = { accounts: served(accounts), most, lease: leaseSeconds };
      return opened(
        contact === undefined
          ? await claimLetters(keyed, { ...how, from: bulk ?? false, to: bulk ?? true })
          : await claimOfContact(pool, { ...how, contact, bulk: bulk ?? null }),
      );
    },
    behind: async ({ id, contact, bulk }, most) => {
      return opened(await claimBehind(pool, { id, contact, bulk, most, lease: leaseSeconds }));
    },
    sent: ({ id, fence, contact, bulk, to: { channel } }, message, about, also) => {
      const named = (one: string) => messageName(seal, channel, one);
      return markOf(bulk)({
        id,
        fence,
        contact,
        message: message === undefined ? null : named(message),
        about: about ?? null,
        ...(also && { also: also.map(named) }),
      });
    },
    later: async ({ id, fence }, seconds, failure, forgiven = false) => {
      await markLater(pool, { id, fence, seconds, failure, forgiven: forgiven ? 1 : 0 });
    },
    hold: async ({ id, fence }, seconds) => (await extendLease(pool, { id, fence, seconds })).length > 0,
    wait: async ({ id, fence, road }, seconds, failure) => {
      await waitForWord(pool, { id, fence, seconds, failure, spoke: spokeAt(road) });
    },
    knocking: async ({ contact }, before, at) =>
      (await setKnocking(pool, { contact, before: iso(before), at: iso(at) })).length > 0,
    knocked: async ({ id, fence, contact, road }, seconds) => {
      await waitKnocked(pool, { id, fence, contact, seconds, spoke: spokeAt(road) });
    },
    gone: async ({ id, fence, contact }, failure) => {
      await markUnreachable(pool, { contact, why: failure });
      await markLater(pool, { id, fence, seconds: 0, failure, forgiven: 0 });
    },
    move: async ({ id, fence, say }, { contact: to, channel }) => {
      const body = seal.seal('letter', `letter|${to}`, JSON.stringify(say)).toString('base64');
      await moveLetter(pool, { id, fence, to, channel, body });
    },
    missing: async (account, name, language, seconds) =>
      (await missTemplate(pool, { account, name, language, seconds })).length > 0,
    ended: async ({ id, fence, contact }, state, failure) => {
      await markEnded(pool, { id, fence, state, failure });
      if (failure === 'blocked' || failure === 'unreachable')
        await markUnreachable(pool, { contact, why: failure });
    },
    pause: async ({ channel, account }, seconds) => {
      await setPause(pool, { channel, account, seconds });
    },
    nextDue: async (accounts, bulk) =>
      (await nextDue(pool, { accounts: served(accounts), bulk: bulk ?? null }))[0]?.seconds ?? undefined,
  };
};
