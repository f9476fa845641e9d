import type { AnyChannel } from '../channels/channel.ts';
import { templateFor } from '../channels/whatsapp-cloud/templates.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Chat, Road, Taken } from '../ports.ts';
import { nearFor, reachOf } from './letter-reach.ts';
import { type Place, type Way, wayOf } from './route-letter.ts';

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

/**
 * By which way a letter goes now, over the channels that are served here; `drop`: it is work, and its chat speaks for nobody
 * any more. `locale`: of whoever has chosen none.
 */
export const wayFor = (
  channels: readonly AnyChannel[],
  letter: Taken,
  reply: Reply,
  locale: string,
  now: Date,
): Way | 'drop' => {
  const { answer, shut, road } = letter;
  if (!road) return 'send';
  const place = placeOf(channels, road, reply.about, locale);
  const { own, knockedAt, news } = road;
  const work = reachOf(letter, reply) === 'employee';
  if (work && !road.staff) return 'drop';
  const bound = { answer: answer === true, work, shut: shut === true, knockedAt, news };
  return wayOf(bound, place(own), nearFor(letter, reply).map(place), now);
};
