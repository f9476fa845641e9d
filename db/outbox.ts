import { sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../bot/conversation/inbound.ts';
import type { Reply } from '../bot/conversation/reply.ts';
import type { Account, Outbox } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { leaseSeconds } from './stores/letter.ts';
import { createTogether } from './together.ts';

const p = sql.placeholder;

type Row = {
  id: number;
  contact: number;
  fence: number;
  attempts: number;
  bulk: boolean;
  body: Uint8Array;
  channel: string;
  account: string;
  address: Uint8Array;
  locale: string | null;
  stopped: boolean;
  age: number;
};

/**
 * Takes letters to send: of each contact only the head of its row, so that order is kept; interactive ones before bulk
 * ones; none of an account that is paused. A lease that ran out is taken again.
 */
const claimLetters = prepared<Row>(sql`
with heads as (
  select l.id from letter l join contact c on c.id = l.contact_id
  where l.state in ('waiting', 'sending') and l.not_before <= now() and (l.lease_until is null or l.lease_until <= now())
    and (c.channel || '|' || c.account) = any(${p('accounts')}::text[]) and (${p('contact')}::bigint is null or l.contact_id = ${p('contact')})
    and (${p('bulk')}::boolean is null or l.bulk = ${p('bulk')})
    and not exists (select 1 from letter e where e.contact_id = l.contact_id and e.id < l.id and e.state in ('waiting', 'sending')
      and (not e.bulk or l.bulk))
    and not exists (select 1 from pause p where p.channel = c.channel and p.account = c.account and p.until > now())
  order by l.bulk, l.not_before, l.id limit ${p('most')}
  for update of l skip locked
), taken as (
  update letter l set state = 'sending', lease_until = now() + make_interval(secs => ${p('lease')}), fence = fence + 1, attempts = attempts + 1
  from heads where l.id = heads.id returning l.*
)
select t.id::int as id, t.contact_id::int as contact, t.fence, t.attempts, t.bulk, t.body, c.channel, c.account, c.address,
  c.locale, c.stopped_at is not null as stopped, extract(epoch from now() - t.created_at)::int as age
from taken t join contact c on c.id = t.contact_id order by t.bulk, t.id`);

/** A letter that the platform took, with the message it became there (`also`: and others before it), and what it is about. */
type Sent = {
  id: number;
  fence: number;
  contact: number;
  message: string | null;
  about: string | null;
  also?: readonly string[];
};

/** Marks letters as sent, given as JSON, at most one of each contact; a sender whose lease was taken over changes nothing. */
const markSent = prepared<{ id: number; more: boolean }>(sql`
with given as materialized (
  select id, fence, contact, message, about, also
  from json_to_recordset(${p('sent')}::text::json) as one (id bigint, fence int, contact bigint, message text, about text, also text[])
), done as (
  update letter set state = 'sent', body = null, sent_at = now(), lease_until = null, failure = null
  from given where letter.id = given.id and letter.fence = given.fence and letter.state = 'sending'
  returning letter.contact_id, given.message, given.about, given.also
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
}>(sql`select extract(epoch from min(greatest(l.not_before, coalesce(l.lease_until, l.not_before))) - now())::float as seconds
    from letter l join contact c on c.id = l.contact_id
    where l.state in ('waiting', 'sending') and (c.channel || '|' || c.account) = any(${p('accounts')}::text[])`);

const served = (accounts: readonly Account[]): string[] =>
  accounts.map(({ name, account }) => `${name}|${account}`);

/** At most so many letters are marked by one statement. */
const togetherMost = 64;

/** Marks letters as sent: alone, or together with those that were sent meanwhile. Tells whether another one waits behind. */
const sentMarker = (keyed: Database['keyed']) => {
  const all = async (sent: readonly Sent[]): Promise<boolean[]> => {
    const marked = await markSent(keyed, { sent: JSON.stringify(sent) });
    const more = new Map(marked.map((row) => [row.id, row.more]));
    return sent.map(({ id }) => more.get(id) ?? false);
  };
  const alone = async (sent: Sent) => (await all([sent]))[0] ?? false;
  const together = createTogether({ all, alone, nameOf: ({ contact }) => contact, most: togetherMost });
  return { alone, together };
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
  const { alone, together } = sentMarker(keyed);
  const mark = cache ? together : alone;
  return {
    claim: async ({ accounts, contact, bulk, most }) => {
      const rows = await claimLetters(pool, {
        accounts: served(accounts),
        contact: contact ?? null,
        bulk: bulk ?? null,
        most,
        lease: leaseSeconds,
      });
      return rows.map((row) => {
        const to: Address = {
          channel: row.channel as ChannelName,
          account: row.account,
          id: seal.open('address', `${row.channel}|${row.account}`, row.address),
        };
        const say: Reply | 'ask' = JSON.parse(seal.open('letter', `letter|${row.contact}`, row.body));
        const { id, contact: who, fence, attempts, locale, stopped, age } = row;
        return {
          id,
          contact: who,
          fence,
          attempts,
          bulk: row.bulk,
          to,
          say,
          locale: locale ?? undefined,
          stopped,
          age,
        };
      });
    },
    sent: ({ id, fence, contact }, message, about, also) =>
      mark({ id, fence, contact, message: message ?? null, about: about ?? null, ...(also && { also }) }),
    later: async ({ id, fence }, seconds, failure, forgiven = false) => {
      await markLater(pool, { id, fence, seconds, failure, forgiven: forgiven ? 1 : 0 });
    },
    hold: async ({ id, fence }, seconds) => (await extendLease(pool, { id, fence, seconds })).length > 0,
    ended: async ({ id, fence, contact }, state, failure) => {
      await markEnded(pool, { id, fence, state, failure });
      if (failure === 'blocked' || failure === 'unreachable')
        await markUnreachable(pool, { contact, why: failure });
    },
    pause: async ({ channel, account }, seconds) => {
      await setPause(pool, { channel, account, seconds });
    },
    nextDue: async (accounts) =>
      (await nextDue(pool, { accounts: served(accounts) }))[0]?.seconds ?? undefined,
  };
};
