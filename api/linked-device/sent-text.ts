import type { Channel } from '../../bot/channels/channel.ts';
import type { Wire } from '../../bot/channels/whatsapp-linked/encode.ts';
import { personJid } from '../../bot/channels/whatsapp-linked/jid.ts';
import { fit, type ShownPin } from '../../bot/conversation/fit.ts';
import { joinedReplies } from '../../bot/conversation/joined.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { sentLetters } from '../../db/reads/sent-letters.ts';
import type { OpenHall } from '../hall.ts';

/** What is said again: words, or a place. */
export type SaidAgain = string | ShownPin;

/** A file lies on WhatsApp's server under a key that only the client knew, so of a picture or a document only the words under it are left. */
const saidIn = (wire: Wire): SaidAgain | undefined => {
  if (wire.kind === 'text') return wire.text;
  if (wire.kind === 'pin') return wire.pin;
  return 'caption' in wire ? wire.caption : undefined;
};

/**
 * What we said in a message, for a phone that could not open it and asks again; words are kept for seven days. Any phone may
 * ask for any message, so only whom it was for is told. The client asks only for what is not among its own last 512, which
 * it sends again whole. A letter is known by its last message: what went before it is not found here.
 */
export const sentTextOf =
  (
    { database, seal, city }: Pick<OpenHall, 'database' | 'seal' | 'city'>,
    { name, account, can, encode }: Pick<Channel<Wire>, 'name' | 'account' | 'can' | 'encode'>,
  ) =>
  async (jid: string, id: string): Promise<SaidAgain | undefined> => {
    const person = personJid(jid);
    if (!person) return undefined;
    const letters = await sentLetters(database, seal, { channel: name, account, id: person }, id);
    const said = letters.flatMap(({ say }) => (say === 'ask' || say === 'remind' ? [] : [say]));
    const reply = joinedReplies(said).at(-1);
    if (!reply) return undefined;
    const locale = letters.at(-1)?.locale ?? city().agency.locales[0] ?? 'id';
    const shown = fit(reply, can, (text) => translate(locale, text));
    const last = encode({ channel: name, account, id: jid }, shown).at(-1);
    return last && saidIn(last);
  };
