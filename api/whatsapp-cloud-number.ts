import { createWhatsAppCloud, type WhatsAppNumber } from '../bot/channels/whatsapp-cloud/index.ts';
import { namelessIn } from '../bot/channels/whatsapp-cloud/parse.ts';
import { seen } from '../bot/channels/whatsapp-cloud/seen.ts';
import type { OpenHall } from './hall.ts';
import { letterDeskOf } from './letter-desk-of.ts';
import { createWhatsAppDesk, type WhatsAppDesk } from './whatsapp-desk.ts';

/** Puts a number of the official API into the hall: its letters are delivered, its webhooks are taken. */
export const addWhatsAppNumber = (
  hall: OpenHall,
  number: WhatsAppNumber,
  { media }: { media: () => Promise<unknown> },
): { desk: WhatsAppDesk; account: string } => {
  const channel = createWhatsAppCloud(number);
  const nameless = namelessIn(number.phoneNumberId);
  return {
    account: channel.account,
    desk: createWhatsAppDesk({
      parse: (payload) => {
        const count = nameless(payload);
        if (count > 0) hall.log.warn({ event: 'message-nameless', channel: channel.name, count });
        return channel.parse(payload);
      },
      statuses: channel.statuses ?? (() => []),
      desk: letterDeskOf(hall, channel, { media }),
      settle: (statuses) => hall.settle(channel.name, statuses),
      seen: (message) => channel.send(seen(message)),
    }),
  };
};
