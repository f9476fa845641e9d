import { sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import type { Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const insertWanted = prepared(sql`insert into media (id, contact_id, channel, account, kind, file, size)
    values (${sql.placeholder('id')}, ${sql.placeholder('contact')}, ${sql.placeholder('channel')}, ${sql.placeholder('account')},
      ${sql.placeholder('kind')}, ${sql.placeholder('file')}, ${sql.placeholder('size')})`);

/** Remembers a photo, voice note or video that is to be fetched after the commit. The platform's file id is sealed. */
export const wantMedia = async (
  tx: Runner,
  seal: Seal,
  { id: contact, address }: Pick<Contact, 'id' | 'address'>,
  { id, kind, file, bytes }: Extract<Effect, { do: 'media.want' }>,
): Promise<void> => {
  await insertWanted(tx, {
    id,
    kind,
    contact,
    channel: address.channel,
    account: address.account,
    file: seal.seal('file', `media|${id}`, file),
    size: bytes ?? null,
  });
};

const markDropped = prepared(sql`update media set state = 'refused', reason = 'dropped'
    where id = any(${sql.placeholder('ids')}::uuid[]) and contact_id = ${sql.placeholder('contact')} and report_id is null and not kept`);

/** Photos that their sender dropped before they became part of a report. The nightly `forget` removes row and file. */
export const forgetMedia = async (tx: Runner, contact: number, ids: readonly string[]): Promise<void> => {
  await markDropped(tx, { ids: `{${ids.join(',')}}`, contact });
};
