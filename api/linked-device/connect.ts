import { account, createWhatsAppLinked } from '../../bot/channels/whatsapp-linked/index.ts';
import type { Inbound } from '../../bot/conversation/inbound.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { createHealthBook } from '../../db/linked-device-health.ts';
import { askToSendAgain } from '../../db/stores/ask-to-send-again.ts';
import type { Env } from '../env.ts';
import type { OpenHall } from '../hall.ts';
import { letterDeskOf } from '../letter-desk-of.ts';
import { createLinkedDevice, type LinkedDevice } from './index.ts';
import { BegunTooOften } from './keeping/message-rows.ts';
import { LinkedDeviceRefused } from './library.ts';
import type { LeaseTimes } from './owning/ownership.ts';
import { createSending, type Manners } from './sending/index.ts';
import { sentTextOf } from './sent-text.ts';

/** What was not written is given again by the device's own rows. */
class NotTaken extends Error {}

/** `begin` gives what a person must do first, if anything: the other channels work meanwhile. */
export type LinkedDeviceConnection = { begin: () => Promise<string | undefined>; stop: () => Promise<void> };

const sentenceOf = (error: unknown): string => {
  if (error instanceof LinkedDeviceRefused || error instanceof LinkedDeviceUnreadable) return error.message;
  throw error;
};

/** The linked device, where the settings switch it on: its letters are delivered while it is connected, its messages are taken. */
export const connectLinkedDevice = (
  { WHATSAPP_LINKED_DEVICE: on, WHATSAPP_LINKED_DEVICE_URL: url }: Env,
  hall: OpenHall,
  {
    media,
    after,
    manners,
    times,
    patience,
  }: {
    media: () => Promise<unknown>;
    after: (task: Promise<unknown>) => void;
    manners?: Manners;
    times?: LeaseTimes;
    patience?: number;
  },
): LinkedDeviceConnection | undefined => {
  if (!on) return undefined;
  const channel = createWhatsAppLinked(() => sending.socket());
  const sending = createSending(hall, channel, () => device.socket(), manners);
  const desk = letterDeskOf(hall, channel, { media });
  const device: LinkedDevice = createLinkedDevice({
    ...hall,
    account,
    url,
    now: () => new Date(),
    dice: Math.random,
    ...(times && { times }),
    ...(patience !== undefined && { patience }),
    health: createHealthBook(hall.database, account, hall.city().agency.zone),
    sentText: sentTextOf(hall, channel),
    watch: sending.watch,
    take: async (inbound: Inbound) => {
      const taken = await desk.take(inbound, inbound);
      if (taken.kind === 'again') throw new NotTaken();
      for (const task of taken.after) after(task);
    },
    failed: async (inbound, error) =>
      error instanceof BegunTooOften && (await desk.giveUp(inbound, error, inbound)),
    sendAgain: async ({ from, id }) => {
      const address = { channel: channel.name, account, id: from };
      const contact = await askToSendAgain(hall.database, hall.seal, address, id);
      if (contact !== undefined) await hall.deliver({ contact });
    },
  });
  return { stop: device.stop, begin: () => device.begin().catch(sentenceOf) };
};
