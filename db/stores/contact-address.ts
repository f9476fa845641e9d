import { sql } from 'drizzle-orm';
import type { Address, ChannelName } from '../../bot/conversation/inbound.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import type { ContactRow } from './contact.ts';

const p = sql.placeholder;

const placeOf = ({ channel, account }: { channel: string; account: string }): string =>
  `${channel}|${account}`;

export const addressOf = (seal: Seal, row: Pick<ContactRow, 'channel' | 'account' | 'address'>): Address => ({
  channel: row.channel as ChannelName,
  account: row.account,
  id: seal.open('address', placeOf(row), row.address),
});

export const sealAddress = (seal: Seal, address: Address): Buffer =>
  seal.seal('address', placeOf(address), address.id);

const writeAddress =
  prepared(sql`update contact set address = ${p('address')}, unreachable_at = null, unreachable_why = null
  where id = ${p('contact')}`);

/** A contact is reached here from now on. */
export const setAddress = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  address: Address,
): Promise<void> => {
  await writeAddress(runner, { contact, address: sealAddress(seal, address) });
};

const writeLost = prepared(sql`
with dropped as (
  update letter set state = 'dropped', failure = 'moved' where contact_id = ${p('contact')} and state = 'waiting' and (answer
    or not exists (select 1 from contact_alias where contact_id = ${p('contact')})
    and not exists (select 1 from contact where id = ${p('contact')} and person is not null))
)
update contact set address = ${p('address')}, unreachable_at = now(), unreachable_why = 'moved' where id = ${p('contact')}`);

/**
 * The number by which a contact was reached is somebody else's now, who must not get their letters. The address is empty
 * until they write again; what neither that day nor another chat of theirs can bring is dropped.
 */
export const loseAddress = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  address: Address,
): Promise<void> => {
  await writeLost(runner, { contact, address: sealAddress(seal, { ...address, id: '' }) });
};
