import type { Channel } from '../../../bot/channels/channel.ts';
import type { Wire } from '../../../bot/channels/whatsapp-linked/encode.ts';
import { createWhatsAppLinked } from '../../../bot/channels/whatsapp-linked/index.ts';
import { parse } from '../../../bot/channels/whatsapp-linked/parse.ts';
import type { LinkedSocket } from '../../../bot/channels/whatsapp-linked/send.ts';
import { type Library, loadLibrary } from '../../linked-device/library.ts';
import { type PlainHandset, plainHandset } from '../phone/plain-handset.ts';
import { randomToken } from '../random-token.ts';
import { heardSaid } from './heard-said.ts';
import { buildMessage, heardEvent, type LinkedContent } from './linked-messages.ts';
import { plainDesk } from './plain-desk.ts';
import { promptHall } from './prompt-hall.ts';
import { createSealedFiles } from './sealed-files.ts';
import type { Skin, SkinParts } from './skin.ts';

const fileBytes = 32 * 1024 * 1024;
const picturesMost = 100;

/** Pictures of the chats, the newest ones. */
const createPictures = () => {
  const held = new Map<string, Uint8Array>();
  return {
    get: (id: string) => held.get(id),
    keep: (bytes: Uint8Array): string => {
      const id = randomToken();
      held.set(id, bytes);
      const [oldest] = held.keys();
      if (held.size > picturesMost && oldest !== undefined) held.delete(oldest);
      return id;
    },
  };
};

/**
 * WhatsApp as plain text: the linked device's adapter, and the real client's own building of messages in both directions,
 * with phones in place of WhatsApp's servers. The client is loaded when the first visitor writes: it takes 57 MB.
 */
export const plainSkin = ({ hall, account, home, media, after, called }: SkinParts): Skin => {
  const phones = new Map<string, PlainHandset>();
  const files = createSealedFiles(fileBytes);
  const pictures = createPictures();
  const { now } = hall.clock;
  let client: Promise<Library> | undefined;
  const baileys = (): Promise<Library> => {
    client ??= loadLibrary();
    return client;
  };
  const keyOf = (jid: string) => `teks:${jid}`;

  const socket: LinkedSocket = {
    sendMessage: async (jid, content) => {
      const built = await buildMessage(await baileys(), jid, content, { now: now(), files });
      const { messageContextInfo: _, ...shown } = built.message.toJSON();
      called({
        to: keyOf(jid),
        method: 'sendMessage',
        ok: true,
        json: JSON.stringify({ jid, ...shown }, null, 2),
      });
      phones.get(jid)?.hear(built.id, heardSaid(built, files, pictures.keep));
      return { key: { id: built.id } };
    },
  };
  const channel: Channel<Wire> = {
    ...createWhatsAppLinked(() => socket, { mediaHost: `${home}/berkas` }),
    account,
    parse: parse(account),
  };
  const take = plainDesk(promptHall(hall), channel, { media, after });

  /** What each phone sends arrives in order. */
  const under = new Map<string, Promise<void>>();
  const send = (jid: string, name: string) => (content: LinkedContent, arrived: () => void) => {
    const before = under.get(jid) ?? Promise.resolve();
    const task = before
      .then(async () => {
        const built = await buildMessage(await baileys(), jid, content, { now: now(), files });
        await take(heardEvent(built, { jid, name }, now()));
        arrived();
      })
      .catch(() => {})
      .finally(() => {
        if (under.get(jid) === task) under.delete(jid);
      });
    under.set(jid, task);
  };

  return {
    pickUp: ({ number, name }) => {
      const jid = `${number}@lid`;
      const phone = plainHandset({
        key: keyOf(jid),
        account,
        id: jid,
        now,
        keep: pictures.keep,
        send: send(jid, name),
      });
      phones.set(jid, phone);
      return phone;
    },
    putAway: ({ address }) => void phones.delete(address.id),
    idle: async () => {
      while (under.size > 0) await Promise.all(under.values());
    },
    file: pictures.get,
    ready: async () => {},
    close: () => phones.clear(),
    doors: [{ path: '/berkas', app: files.door }],
  };
};
