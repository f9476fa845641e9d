import { account, createWhatsAppLinked } from '../../../bot/channels/whatsapp-linked/index.ts';
import type { LinkedSocket } from '../../../bot/channels/whatsapp-linked/send.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { letterDeskOf } from '../../letter-desk-of.ts';
import { sentTextOf } from '../../linked-device/sent-text.ts';
import { linkedPerson } from './linked-person.ts';
import { linkedTown, type TownPerson } from './linked-town.ts';
import type { Backstage, Person, Somebody, Stage } from './rendering.ts';
import { createTraffic } from './traffic.ts';
import { answerAlbums } from './waiting-albums.ts';
import { withoutWindow } from './whatsapp-cloud.ts';

/**
 * A linked device with the real client, connected to WhatsApp on this machine: what people write is sealed by their phones
 * and opened by the client, and the other way round.
 */
export const onWhatsAppLinked = async ({ hall, tasks }: Backstage): Promise<Stage> => {
  const town = await linkedTown();
  const said = createTraffic();
  const sent = createTraffic();
  const phones = new Map<number, TownPerson>();

  /** The client's socket; what it sends to somebody here is on its way until their phone has opened it. */
  const watched = (socket: LinkedSocket): LinkedSocket => ({
    ...socket,
    sendMessage: async (jid, content) => {
      const message = await socket.sendMessage(jid, content);
      if (message?.key.id && town.has(jid)) sent.setOut(message.key.id);
      return message;
    },
  });
  const socketOf = () => {
    const socket = town.device.socket();
    return socket && watched(socket);
  };
  const channel = createWhatsAppLinked(socketOf, { mediaHost: town.filesAt });
  const desk = letterDeskOf(hall, channel, { media: async () => 0 });
  withoutWindow(hall.channels);

  const take = async (inbound: Inbound): Promise<void> => {
    const taken = await desk.take(inbound, inbound);
    if (taken.kind === 'again') throw new Error('not written');
    for (const task of taken.after) tasks.after(task);
  };
  const guest = {
    log: hall.log,
    now: hall.clock.now,
    sentText: sentTextOf(hall, channel),
    take: async (inbound: Inbound) => {
      await take(inbound);
      said.arrived(inbound.id.split('/')[1] ?? '');
    },
  };

  const settled = async () => {
    do {
      await said.calm();
      await tasks.settled();
      await sent.calm();
    } while (!said.isCalm());
  };

  const phoneOf = ({ id, firstName }: Somebody): TownPerson => {
    const known = phones.get(id);
    if (known) return known;
    const phone = town.settle(firstName, guest);
    phone.watch((received) => sent.arrived(received.id));
    phones.set(id, phone);
    return phone;
  };

  const person = (who: Somebody): Person =>
    linkedPerson(who, phoneOf(who), {
      channel,
      account,
      said: async (sending) => {
        town.isWith(guest);
        said.setOut(await sending());
      },
      desk: take,
      now: hall.clock.now,
      settled,
      answerAlbums: () => answerAlbums(hall),
    });

  return {
    app: {},
    open: async () => {},
    person,
    settled,
    close: async () => town.leave(phones.values()),
  };
};
