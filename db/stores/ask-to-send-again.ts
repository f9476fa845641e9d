import type { Address } from '../../bot/conversation/inbound.ts';
import type { Database } from '../database.ts';
import type { Seal } from '../sealed.ts';
import { findNamed, idsOf } from './contact-ids.ts';
import { addLetters } from './letter.ts';

/**
 * Asks whoever wrote a message that nobody could open to send it again, once for each message (`id`). Only who is known here
 * is asked: a stranger is not written to first. Gives the contact that has a letter now.
 */
export const askToSendAgain = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  address: Address,
  id: string,
): Promise<number | undefined> => {
  const [contact] = await findNamed(
    pool,
    idsOf(seal, address, [address.id]).map((one) => one.id),
  );
  if (!contact) return undefined;
  const dedupe = `unopened:${seal.hash('linked-device', address.channel, address.account, address.id, id).toString('hex')}`;
  await Promise.all(
    addLetters(pool, seal, { id: contact.id, address }, [
      { say: { text: { key: 'linked.send-again' } }, lane: 'interactive', answer: true, dedupe },
    ]),
  );
  return contact.id;
};
