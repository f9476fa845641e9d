import { sql } from 'drizzle-orm';
import type { Address } from '../../bot/conversation/inbound.ts';
import type { Letter } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { keyOfAddress } from '../key-of-address.ts';
import { messageName } from '../message-name.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** What was said in one message of ours, as far as its words are still kept, in the order of its letters. */
export type SentLetter = { say: Letter['say']; locale: string | undefined };

const findSent = prepared<{ contact: number; body: Uint8Array; locale: string | null }>(sql`
select l.contact_id::int as contact, l.body, c.locale from letter l join contact c on c.id = l.contact_id
where l.message = ${p('message')} and l.channel = ${p('channel')} and l.body is not null
  and exists (select 1 from contact_alias a where a.contact_id = l.contact_id and a.key = ${p('to')}) order by l.id`);

/** The letters that became a message to somebody, by the platform's id of it; nothing where it was to somebody else. */
export const sentLetters = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  to: Address,
  message: string,
): Promise<SentLetter[]> => {
  const { channel } = to;
  const named = messageName(seal, channel, message);
  const rows = await findSent(pool, { message: named, channel, to: keyOfAddress(seal, to) });
  return rows.map(({ contact, body, locale }) => ({
    say: JSON.parse(seal.open('letter', `letter|${contact}`, body)),
    locale: locale ?? undefined,
  }));
};
