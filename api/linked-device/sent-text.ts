import type { Channel } from '../../bot/channels/channel.ts';
import type { Wire } from '../../bot/channels/whatsapp-linked/encode.ts';
import { personJid } from '../../bot/channels/whatsapp-linked/jid.ts';
import { fit } from '../../bot/conversation/fit.ts';
import { joinedReplies } from '../../bot/conversation/joined.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { sentLetters } from '../../db/reads/sent-letters.ts';
import type { OpenHall } from '../hall.ts';

/**
 * What we said in a message, for a phone that could not open it and asks again; words are kept for seven days. Any phone may
 * ask for any message, so only whom it was for is told.
 */
export const sentTextOf =
  (
    { database, seal, city }: Pick<OpenHall, 'database' | 'seal' | 'city'>,
    { name, account, can, encode }: Pick<Channel<Wire>, 'name' | 'account' | 'can' | 'encode'>,
  ) =>
  async (jid: string, id: string): Promise<string | undefined> => {
    const person = personJid(jid);
    if (!person) return undefined;
    const letters = await sentLetters(database, seal, { channel: name, account, id: person }, id);
    const said = letters.flatMap(({ say }) => (say === 'ask' || say === 'remind' ? [] : [say]));
    const reply = joinedReplies(said).at(-1);
    if (!reply) return undefined;
    const locale = letters.at(-1)?.locale ?? city().agency.locales[0] ?? 'id';
    const shown = fit(reply, can, (text) => translate(locale, text));
    const wires = encode({ channel: name, account, id: jid }, shown);
    const last = wires.findLast((wire) => wire.kind === 'text');
    return last?.kind === 'text' ? last.text : undefined;
  };
