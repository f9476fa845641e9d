import { sql } from 'drizzle-orm';
import type { Address } from '../../bot/conversation/inbound.ts';
import { type Alias, type Id, isFirm } from '../../bot/domain/whose-chat.ts';
import { keyOfAddress } from '../key-of-address.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type ContactRow, contactColumns } from './contact.ts';

const p = sql.placeholder;

/** A contact with every id it is known by (keyed hashes in hex). */
export type NamedRow = ContactRow & { ids: Id[] };

const findByIds = prepared<NamedRow>(sql`
select ${contactColumns}, (select json_agg(json_build_object('id', encode(key, 'hex'), 'firm', firm)) from contact_alias
    where contact_id = c.id) as ids
from contact c join talk t on t.contact_id = c.id
where c.id in (select contact_id from contact_alias where key = any(select decode(one, 'hex') from unnest(${p('ids')}::text[]) one))
order by c.id`);

/** Everybody who has one of these ids. */
export const findNamed = (runner: Runner, ids: readonly string[]): Promise<NamedRow[]> =>
  findByIds(runner, { ids });

export const aliasesOf = (rows: readonly NamedRow[]): Alias[] =>
  rows.flatMap(({ id: contact, ids }) => ids.map((one) => ({ ...one, contact })));

const lockTalks = prepared(
  sql`select 1 from talk where contact_id = any(${p('contacts')}::bigint[]) order by contact_id for no key update`,
);

/** Whose ids change is locked first, by their talk and in one order; so does every message that is written. */
export const lockContacts = async (runner: Runner, contacts: readonly number[]): Promise<void> => {
  await lockTalks(runner, { contacts });
};

const raise = prepared(
  sql`update talk set revision = revision + 1 where contact_id = any(${p('contacts')}::bigint[])`,
);

/** What anybody remembers of these contacts is out of date, and is not written back. */
export const raiseRevisions = async (runner: Runner, contacts: readonly number[]): Promise<void> => {
  await raise(runner, { contacts });
};

const insertContact = prepared<{ id: number }>(sql`
with made as (
  insert into contact (key, channel, account, address)
  values (uuid_send(gen_random_uuid()), ${p('channel')}, ${p('account')}, ${p('address')}) returning id
), quiet as (
  insert into talk (contact_id) select id from made
)
select id::int as id from made`);

/**
 * A contact that is found by its ids alone. Its key is drawn and stays whatever becomes of them, so that somebody who was
 * forgotten is found again in a restored backup.
 */
export const makeNamed = async (
  runner: Runner,
  at: { channel: string; account: string; address: Uint8Array },
): Promise<number> => {
  const [made] = await insertContact(runner, at);
  if (!made) throw new Error('a contact could not be made');
  return made.id;
};

const putIds = prepared(sql`
insert into contact_alias (key, contact_id, firm, since)
select decode(one ->> 'id', 'hex'), ${p('contact')}, (one ->> 'firm')::boolean, hall_now()
from json_array_elements(${p('ids')}::text::json) one order by 1
on conflict (key) do update set contact_id = excluded.contact_id, since = excluded.since
  where contact_alias.contact_id = any(${p('from')}::bigint[])
returning 1 as one`);

/**
 * Gives ids to a contact: new ones, and those of the contacts in `from`. Throws `Overtaken` where one has become
 * somebody else's meanwhile.
 */
export const giveIds = async (
  runner: Runner,
  contact: number,
  ids: readonly Id[],
  from: readonly number[],
): Promise<void> => {
  if (ids.length === 0) return;
  const given = await putIds(runner, { contact, ids: JSON.stringify(ids), from });
  if (given.length < ids.length) throw new Overtaken();
};

const dropIds = prepared(sql`delete from contact_alias where contact_id = ${p('contact')} and not firm
  and key = any(select decode(one, 'hex') from unnest(${p('ids')}::text[]) one)`);

/** Numbers that are nobody's from now on. */
export const takeIds = async (runner: Runner, contact: number, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await dropIds(runner, { contact, ids });
};

/** An id as it was said, with its keyed hash. */
export type SaidId = Id & { said: string };

/** Ids by which an event names somebody, each once. */
export const idsOf = (
  seal: Seal,
  { channel, account }: Pick<Address, 'channel' | 'account'>,
  said: readonly string[],
): SaidId[] =>
  [...new Set(said)]
    .filter((id) => id !== '')
    .map((id) => ({
      id: keyOfAddress(seal, { channel, account, id }).toString('hex'),
      firm: isFirm(id),
      said: id,
    }));
