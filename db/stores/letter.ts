import { type SQL, sql } from 'drizzle-orm';
import type { Contact, Letter } from '../../bot/ports.ts';
import { bulkPaused } from '../letter-order.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** How long a sender may take over one letter before another may try (seconds). */
export const leaseSeconds = 30;

/**
 * One letter, written for every row of `from`. One that whoever writes it sends at once is written as taken (`mine`); not
 * where another goes before it or sending is paused.
 */
export const posting = (from: SQL): SQL => sql`
insert into letter (contact_id, channel, bulk, answer, fleeting, body, dedupe, not_before, state, lease_until, fence, attempts)
select ${p('contact')}::bigint, ${p('channel')}, ${p('bulk')}::boolean, ${p('answer')}::boolean, ${p('fleeting')}::boolean, decode(${p('body')}, 'base64'), ${p('dedupe')}::text,
  now() + make_interval(secs => ${p('delay')}::float / 1000), case when mine then 'sending' else 'waiting' end,
  case when mine then now() + make_interval(secs => ${p('lease')}) end, mine::int, mine::int
from (select ${p('take')}::boolean and ${p('delay')}::float = 0
    and not exists (select 1 from letter where contact_id = ${p('contact')}::bigint and state in ('waiting', 'sending')
      and (not bulk or ${p('bulk')}::boolean))
    and not (${p('bulk')}::boolean and ${bulkPaused})
    and not exists (select 1 from pause where channel = ${p('channel')} and account = ${p('account')} and until > now()) as mine
  from ${from}) as how
on conflict (dedupe) do nothing returning id::int as id, state = 'sending' as mine`;

const insertLetter = prepared<{ id: number; mine: boolean }>(posting(sql`(select) as once`));

/** The blanks of `posting`. */
export const blanksOfLetter = (
  seal: Seal,
  contact: Pick<Contact, 'id' | 'address'>,
  { say, lane, answer, fleeting, dedupe, delay }: Letter,
  take: boolean,
) => ({
  contact: contact.id,
  channel: contact.address.channel,
  account: contact.address.account,
  bulk: lane === 'bulk',
  answer: answer ?? false,
  fleeting: fleeting ?? false,
  body: seal.seal('letter', `letter|${contact.id}`, JSON.stringify(say)).toString('base64'),
  dedupe: dedupe ?? null,
  delay: delay ?? 0,
  take,
  lease: leaseSeconds,
});

/**
 * Puts letters into the outbox, in order, each statement behind the other. Only one letter with a given `dedupe` is ever
 * written. With `take` the first is the writer's own to send, if nothing stands before it: gives its number then.
 */
export const addLetters = (
  runner: Runner,
  seal: Seal,
  contact: Pick<Contact, 'id' | 'address'>,
  letters: readonly Letter[],
  take = false,
): Promise<number | undefined>[] =>
  letters.map(async (letter) => {
    const [written] = await insertLetter(runner, blanksOfLetter(seal, contact, letter, take));
    return written?.mine ? written.id : undefined;
  });
