import { type SQL, sql } from 'drizzle-orm';
import type { ChannelName } from '../bot/conversation/inbound.ts';
import type { Chat, Road, Taken } from '../bot/ports.ts';
import { bulkPaused, goesBefore } from './letter-order.ts';
import { prepared } from './prepared.ts';
import { chatsOf, fellowsOf } from './reads/own-chats.ts';
import type { Seal } from './sealed.ts';

const p = sql.placeholder;

type ChatRow = {
  contact: number;
  channel: ChannelName;
  account: string;
  locale: string | null;
  spoke: string | null;
  gone: boolean;
  chosen: string | null;
};

type NearRow = ChatRow & { person: boolean; employee: boolean };

/** A taken letter with its contact, as one row. Bytes are sealed. */
export type LetterRow = {
  id: number;
  contact: number;
  fence: number;
  attempts: number;
  bulk: boolean;
  answer: boolean;
  rank: number;
  failure: string | null;
  body: Uint8Array;
  channel: ChannelName;
  account: string;
  address: Uint8Array;
  locale: string | null;
  stopped: boolean;
  age: number;
  road:
    | (ChatRow & {
        knocked: string | null;
        news: boolean;
        more: boolean;
        missing: string[] | null;
        staff: boolean;
        others: NearRow[] | null;
      })
    | null;
};

/** What a chat is to a letter. */
const chatOf = (contact: string): SQL => {
  const c = sql.raw(contact);
  return sql`'contact', ${c}.id, 'channel', ${c}.channel, 'account', ${c}.account, 'locale', ${c}.locale, 'chosen', ${c}.chosen_at,
    'spoke', (select spoke_at from talk where talk.contact_id = ${c}.id),
    'gone', ${c}.unreachable_at is not null`;
};

const fellows = fellowsOf(sql`c.id`);

/** Looked up only for WhatsApp, and for people and employees who have several chats: everywhere else a letter goes as it is. */
const road = sql`case when c.channel like 'whatsapp-%' or c.person is not null or exists ${fellows} then json_build_object(${chatOf('c')},
  'staff', exists (select from staff_link l where l.contact_id = c.id and l.ended_at is null),
  'knocked', c.knocked_at,
  'news', exists (select from letter n where n.contact_id = c.id and n.state in ('waiting', 'sending') and n.failure is distinct from 'knocked'),
  'more', exists (select from letter n where n.contact_id = c.id and n.id > t.id and n.state = 'waiting' and n.bulk = t.bulk and n.not_before <= now()),
  'missing', (select json_agg(account || '|' || name || '|' || language) from template_missing where until > now()),
  'others', (select json_agg(json_build_object(${chatOf('o')}, 'person', near.person, 'employee', near.employee) order by o.id)
    from (select id, bool_or(person) as person, bool_or(employee) as employee from (
        select id, true as person, false as employee from ${chatsOf(sql`c.id`)} mine union all
        select id, false, true from ${fellows} theirs) every where id <> c.id group by id) near join contact o on o.id = near.id)
) end`;

const marks = sql`state = 'sending', lease_until = now() + make_interval(secs => ${p('lease')}), fence = fence + 1, attempts = attempts + 1,
  rank = case when rank > 3 then 0 else rank end`;

const row = sql`select t.id::int as id, t.contact_id::int as contact, t.fence, t.attempts, t.bulk, t.answer, t.rank, t.failure, t.body,
  c.channel, c.account, c.address, c.locale, c.stopped_at is not null as stopped,
  extract(epoch from now() - t.created_at)::int as age, ${road} as road
from taken t join contact c on c.id = t.contact_id order by t.bulk, t.id`;

/** Takes the first of those letters that may go now: due, in nobody's hands, the head of their contact's row, of an account that is not paused. */
const claiming = (which: SQL): SQL => sql`
with open as materialized (
  select served from unnest(${p('accounts')}::text[]) as served
  where not exists (select 1 from pause p where p.channel || '|' || p.account = served and p.until > now())
), heads as (
  select l.id from letter l
  where exists (select 1 from open) and ${which}
    and l.state in ('waiting', 'sending') and l.not_before <= now() and (l.lease_until is null or l.lease_until <= now())
    and (select c.channel || '|' || c.account from contact c where c.id = l.contact_id) = any(array(select served from open))
    and not exists (select 1 from letter e where ${goesBefore('e', 'l')} offset 0)
  order by l.bulk, l.not_before, l.id limit ${p('most')}
  for update of l skip locked
), taken as (
  update letter l set ${marks} from heads where l.id = heads.id returning l.*
)
${row}`;

/**
 * Takes letters to send: of each contact only the head of its row, so that order is kept; interactive ones before bulk
 * ones; none of an account that is paused, and no bulk ones while the operator has stopped them. A lease that ran out is
 * taken again. Thousands may wait: the row in which they stand is walked by its index no further than it must be, so run
 * it where rows are found by their key.
 */
export const claimLetters = prepared<LetterRow>(
  claiming(sql`l.bulk >= ${p('from')}::boolean and l.bulk <= (${p('to')}::boolean and not ${bulkPaused})`),
);

/** The same of one contact. */
export const claimOfContact = prepared<LetterRow>(
  claiming(sql`l.contact_id = ${p('contact')} and (${p('bulk')}::boolean is null or l.bulk = ${p('bulk')})
    and not (l.bulk and ${bulkPaused})`),
);

/** Takes the letters right behind one that is held, of the same lane, up to the first that is not due or is in other hands. */
export const claimBehind = prepared<LetterRow>(sql`
with theirs as (
  select id, bool_and(state = 'waiting' and not_before <= now()) over (order by id) as goes from letter
  where contact_id = ${p('contact')} and id > ${p('id')} and bulk = ${p('bulk')} and state in ('waiting', 'sending')
), heads as (
  select l.id from letter l join theirs on theirs.id = l.id
  where theirs.goes and l.state = 'waiting' order by l.id limit ${p('most')} for update of l
), taken as (
  update letter l set ${marks} from heads where l.id = heads.id returning l.*
)
${row}`);

const instantOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));

const asChat = ({ contact, channel, account, locale, spoke, gone, chosen }: ChatRow): Chat => ({
  contact: Number(contact),
  channel,
  account,
  locale: locale ?? undefined,
  spokeAt: instantOf(spoke),
  gone,
  chosenAt: instantOf(chosen),
});

const asRoad = (found: NonNullable<LetterRow['road']>): Road => ({
  own: asChat(found),
  staff: found.staff,
  others: (found.others ?? []).map((one) => ({ ...asChat(one), person: one.person, employee: one.employee })),
  knockedAt: instantOf(found.knocked),
  news: found.news,
  missing: found.missing ?? [],
});

/** A row opened: the letter with its words and whom it is for. */
export const takenOf = (
  seal: Seal,
  { body, channel, account, address, locale, answer, rank, failure, road: found, ...row }: LetterRow,
): Taken => ({
  ...row,
  to: { channel, account, id: seal.open('address', `${channel}|${account}`, address) },
  say: JSON.parse(seal.open('letter', `letter|${row.contact}`, body)) as Taken['say'],
  locale: locale ?? undefined,
  ...(answer && { answer: true }),
  ...(rank > 0 && { arrived: true }),
  ...(failure === 'outside-window' && { shut: true }),
  ...(found && { road: asRoad(found) }),
  ...(found?.more && { more: true }),
});
