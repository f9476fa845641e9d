import type { AnyChannel } from '../channels/channel.ts';
import { templateFor } from '../channels/whatsapp-cloud/templates.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Chat, Road, Taken } from '../ports.ts';
import { type Place, type Way, wayOf } from './route-letter.ts';

/** News of a sensitive report says nothing but its ticket under the button, which opens in the chat it was filed in. */
const staysHome = ({ text, about }: Reply): boolean =>
  about === undefined && 'key' in text && text.key === 'news.neutral';

const placeOf =
  (channels: readonly AnyChannel[], { missing }: Road, about: string | undefined, locale: string) =>
  (chat: Chat): Place => {
    const { account } = chat;
    const served = channels.find((one) => one.name === chat.channel && one.account === account);
    const template = served?.can.window?.template
      ? templateFor(about, chat.locale ?? locale, (name, language) =>
          missing.includes(`${account}|${name}|${language}`),
        )
      : undefined;
    return { ...chat, can: served?.can, template };
  };

/** By which way a letter goes now, over the channels that are served here. `locale`: of whoever has chosen none. */
export const wayFor = (
  channels: readonly AnyChannel[],
  { answer, shut, road }: Taken,
  reply: Reply,
  locale: string,
  now: Date,
): Way => {
  if (!road) return 'send';
  const place = placeOf(channels, road, reply.about, locale);
  const { own, others, knockedAt, news } = road;
  const home = staysHome(reply) && !own.gone;
  const bound = { answer: answer === true, home, shut: shut === true, knockedAt, news };
  return wayOf(bound, place(own), others.map(place), now);
};
