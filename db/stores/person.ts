import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { pairingLifeMinutes } from '../../bot/domain/pairing-code.ts';
import type { Effect } from '../../bot/effects.ts';
import type { Contact } from '../../bot/ports.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { fellowsOf } from '../reads/own-chats.ts';
import { hashOfPairing, twoEmployees } from '../reads/person.ts';
import type { Seal } from '../sealed.ts';
import { countTry } from './code-try.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;
const contact = sql`${p('contact')}::bigint`;
const other = sql`${p('other')}::bigint`;

const minuteMs = 60_000;

const writeCode = prepared(sql`
insert into pairing_code (contact_id, hash, expires_at) values (${contact}, ${p('hash')}, ${p('expiresAt')})
on conflict (contact_id) do update set hash = excluded.hash, expires_at = excluded.expires_at`);

/** Keeps a code as the one live code of a chat. */
export const keepPairingCode = async (
  runner: Runner,
  seal: Seal,
  { id }: Pick<Contact, 'id'>,
  { code }: Extract<Effect, { do: 'person.code' }>,
  now: Date,
): Promise<void> => {
  const expiresAt = new Date(now.getTime() + pairingLifeMinutes * minuteMs).toISOString();
  await writeCode(runner, { contact: id, hash: hashOfPairing(seal, code), expiresAt });
};

/** Held against a link as an employee too: its foreign key waits for these rows. */
const holdChats = prepared(
  sql`select id from contact where id in (${contact}, ${other}) order by id for update`,
);

/** The privacy notice was shown to the person, not to a chat. */
const joinAll = prepared<{ id: number }>(sql`
with whole as materialized (
  select coalesce(me.person, other.person, gen_random_uuid()) as person, me.id as me, other.id as other,
    me.person as mine, other.person as theirs, greatest(me.noticed_at, other.noticed_at) as noticed_at,
    case when me.noticed_at > other.noticed_at or other.noticed_at is null then me.notice_version else other.notice_version end as notice_version
  from contact me, contact other where me.id = ${contact} and other.id = ${other} and me.id <> other.id
    and me.circle is not distinct from other.circle and not ${twoEmployees}
)
update contact set person = whole.person, noticed_at = coalesce(contact.noticed_at, whole.noticed_at),
  notice_version = coalesce(contact.notice_version, whole.notice_version)
from whole
where contact.id in (whole.me, whole.other) or contact.person in (whole.mine, whole.theirs)
returning contact.id::int as id`);

const useCode = prepared<{ id: number; channel: ChannelName; account: string }>(sql`
with used as (
  delete from pairing_code where hash = ${p('hash')} and expires_at > ${p('now')} and contact_id <> ${contact} returning contact_id
)
select c.id::int as id, c.channel, c.account from used join contact c on c.id = used.contact_id`);

/**
 * Joins this chat, and all that are joined with it, with the one that asked for the code, once; that one is told. Throws `Overtaken` where the code no
 * longer fits or the two may not be one: it is then decided again.
 */
export const joinPerson = async (
  runner: Runner,
  seal: Seal,
  { id }: Pick<Contact, 'id'>,
  { code, notice }: Extract<Effect, { do: 'person.join' }>,
  now: Date,
): Promise<void> => {
  const [from] = await useCode(runner, {
    hash: hashOfPairing(seal, code),
    contact: id,
    now: now.toISOString(),
  });
  if (!from) throw new Overtaken();
  const pair = { contact: id, other: from.id };
  await holdChats(runner, pair);
  if ((await joinAll(runner, pair)).length === 0) throw new Overtaken();
  await countTry(runner, id, now);
  const to = { id: from.id, address: { channel: from.channel, account: from.account, id: '' } };
  await Promise.all(addLetters(runner, seal, to, [{ say: notice, lane: 'interactive' }]));
};

const choose = prepared(sql`update contact set chosen_at = ${p('now')} where id = ${contact}`);

/** News goes to this chat from now on. */
export const chooseChat = async (runner: Runner, id: number, now: Date): Promise<void> => {
  await choose(runner, { contact: id, now: now.toISOString() });
};

const part = prepared(sql`
update contact set person = null, chosen_at = case when id = ${contact} then null else chosen_at end
where id = ${contact} or (person = (select person from contact where id = ${contact})
  and (select count(*) from contact every where every.person = contact.person) = 2)`);

/** Takes a chat out of its person's; of a last one that stays behind it is forgotten that there were two. */
export const partChat = async (runner: Runner, id: number): Promise<void> => {
  await part(runner, { contact: id });
};

const findForeign = prepared<{ foreign: boolean }>(sql`
select exists (select 1 from contact me join contact c on c.person = me.person
  join staff_link l on l.contact_id = c.id and l.ended_at is null
  where me.id = ${contact} and l.employee_id <> (select employee_id from staff_link where contact_id = ${contact} and ended_at is null)
) as foreign`);

const findFellows = prepared<{ id: number; channel: ChannelName; account: string }>(sql`
select c.id::int as id, c.channel, c.account from ${fellowsOf(contact)} fellows join contact c on c.id = fellows.id order by c.id`);

/**
 * Tells the employee's other chats of one that was just linked (`link.also`). They do not become one person: a code passes
 * through the hands of the personnel office, and what somebody writes as a citizen is not theirs to connect. The chat leaves a person to whom it
 * no longer belongs (`anew`: it spoke as somebody else before).
 */
export const tellFellows = async (
  runner: Runner,
  seal: Seal,
  { id, address }: Pick<Contact, 'id' | 'address'>,
  anew: boolean,
): Promise<void> => {
  const [[found], fellows] = await Promise.all([
    findForeign(runner, { contact: id }),
    findFellows(runner, { contact: id }),
  ]);
  if (anew || found?.foreign) await partChat(runner, id);
  for (const { id: fellow, channel, account } of fellows) {
    const to = { id: fellow, address: { channel, account, id: '' } };
    const text = {
      key: 'link.also' as const,
      with: { channel: { key: `channel.${address.channel}` as const } },
    };
    await Promise.all(addLetters(runner, seal, to, [{ say: { text }, lane: 'interactive' }]));
  }
};
