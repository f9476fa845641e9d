import { isLid, personJid } from '../../bot/channels/whatsapp-linked/jid.ts';
import type { Inbound } from '../../bot/conversation/inbound.ts';

/** The client's own knowledge of which number stands behind which hidden id, as WhatsApp told it. */
export type NamePairs = {
  getLIDForPN: (number: string) => Promise<string | null>;
  getPNForLID: (lid: string) => Promise<string | null>;
};

/** The other name of somebody, where each of the two leads to the other: a number that has changed hands leads elsewhere. */
const otherName = async (name: string, pairs: NamePairs): Promise<string | undefined> => {
  const [there, back] = isLid(name)
    ? ([pairs.getPNForLID, pairs.getLIDForPN] as const)
    : ([pairs.getLIDForPN, pairs.getPNForLID] as const);
  const other = personJid(await there.call(pairs, name));
  if (other === undefined || isLid(other) === isLid(name)) return undefined;
  return personJid(await back.call(pairs, other)) === name ? other : undefined;
};

/**
 * A message by all the names of whoever wrote it. Phones name themselves by the hidden id (LID), by the number, or by both,
 * as they please; what the client learnt when it opened an earlier message or answered one makes them one person. Where it
 * knows nothing, or cannot ask, the message stays as it is, and its id always does.
 */
export const byWholeName = async (inbound: Inbound, pairs: NamePairs | undefined): Promise<Inbound> => {
  const { from, known = [] } = inbound;
  if (!pairs || known.length > 0) return inbound;
  const other = await otherName(from.id, pairs).catch(() => undefined);
  if (other === undefined) return inbound;
  const [lid, number] = isLid(other) ? [other, from.id] : [from.id, other];
  return { ...inbound, from: { ...from, id: lid }, known: [number] };
};
