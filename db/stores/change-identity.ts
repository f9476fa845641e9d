import { whoseChanged } from '../../bot/domain/whose-chat.ts';
import type { Effect } from '../../bot/effects.ts';
import type { Contact } from '../../bot/ports.ts';
import { keyOfAddress } from '../key-of-address.ts';
import { Overtaken } from '../overtaken.ts';
import type { Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { loseAddress, setAddress } from './contact-address.ts';
import { aliasesOf, findNamed, giveIds, idsOf, takeIds } from './contact-ids.ts';
import { suspendLink } from './suspend-link.ts';

/**
 * A contact is known by other ids from now on: its conversation goes on, its link as an employee does not. Nothing happens
 * where nobody was known by the former ids. Throws `Overtaken` where they have become somebody else's meanwhile.
 */
export const changeIdentity = async (
  tx: Runner,
  seal: Seal,
  { id, address }: Pick<Contact, 'id' | 'address'>,
  effect: Extract<Effect, { do: 'contact.identity' }>,
): Promise<void> => {
  const was = idsOf(seal, address, effect.was);
  const now = idsOf(seal, address, effect.now);
  const rows = await findNamed(
    tx,
    [...was, ...now].map((one) => one.id),
  );
  const changed = whoseChanged(was, now, aliasesOf(rows));
  if (!changed) return;
  if (changed.contact !== id) throw new Overtaken();
  await takeIds(tx, id, changed.loses);
  await giveIds(
    tx,
    id,
    now.filter((one) => changed.gains.includes(one.id)),
    [],
  );
  const reached = now.find((one) => one.id === changed.address);
  const here = keyOfAddress(seal, address).toString('hex');
  await suspendLink(tx, seal, id);
  if (reached) await setAddress(tx, seal, id, { ...address, id: reached.said });
  else if (changed.loses.includes(here)) await loseAddress(tx, seal, id, address);
};
