import type { AnyChannel } from '../channels/channel.ts';
import { fit } from '../conversation/fit.ts';
import type { Reply } from '../conversation/reply.ts';
import { translate } from '../i18n/translate.ts';
import type { Taken } from '../ports.ts';
import { markOf } from './letter-mark.ts';

/** A letter with its words, on the channel it goes by; `joined` are others whose words stand in the same message. */
export type Ready = {
  channel: AnyChannel;
  letter: Taken;
  reply: Reply;
  locale: string;
  joined?: readonly Taken[];
};

/** The calls a letter comes to. A platform that tells later what became of them is told whose they are. */
export const wiresOf = ({ channel, letter, reply, locale, joined = [] }: Ready): unknown[] => {
  const shown = fit(reply, channel.can, (text) => translate(locale, text));
  return channel.statuses
    ? channel.encode(letter.to, shown, { letter: markOf([letter, ...joined]) })
    : channel.encode(letter.to, shown);
};
