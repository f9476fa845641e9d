import type { AnyMessageContent, proto } from '@whiskeysockets/baileys';
import { samplePhoto } from '../../../bot/channels/emulator/sample-photo.ts';
import { sampleVideo, sampleVoice } from '../../../bot/channels/emulator/sample-recording.ts';
import { account, createWhatsAppLinked } from '../../../bot/channels/whatsapp-linked/index.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { isDatabaseAway } from '../../../db/dead-updates.ts';
import { createLetterDesk } from '../../letter-desk.ts';
import { openLinkedClient } from './linked-client.ts';
import { openLinkedPost } from './linked-post.ts';
import { asRead, fileIn, type Read } from './linked-read.ts';
import { lacks, readAsSaid, typedFor } from './read-as-said.ts';
import { type Backstage, cannot, type Person, type Somebody, type Stage, withoutPhone } from './rendering.ts';
import { answerAlbums } from './waiting-albums.ts';
import { withoutWindow } from './whatsapp-cloud.ts';

type Got = { id: string; message: proto.IMessage } & Read;

const jpeg = { mimetype: 'image/jpeg', jpegThumbnail: '' };

/** A linked device with the real client: its events in, and out what its own builders make of a message. */
export const onWhatsAppLinked = async ({ hall, tasks }: Backstage): Promise<Stage> => {
  const post = await openLinkedPost();
  const chats = new Map<string, Got[]>();
  const socket = {
    sendMessage: async (jid: string, content: AnyMessageContent) => {
      const { id, message } = await post.outgoing(jid, content);
      const chat = chats.get(jid);
      if (!chat) throw new Error('nobody has this number');
      chat.push({ id, message, ...asRead(message) });
      return { key: { id } };
    },
  };
  const channel = createWhatsAppLinked(() => (client.isOpen() ? socket : undefined), post);
  hall.channels.push(channel);
  withoutWindow(hall.channels);
  const desk = createLetterDesk({
    channel,
    handle: hall.handle,
    keyOf: ({ from, id }) => hall.keyOf(from, id),
    deliver: hall.deliver,
    announce: hall.announce,
    sweep: () => hall.deliver(),
    media: async () => 0,
    failed: async () => 'again',
    isDatabaseAway,
  });
  const take = async (inbound: Inbound): Promise<void> => {
    const taken = await desk.take(inbound, inbound);
    if (taken.kind === 'again') throw new Error('not written');
    for (const task of taken.after) tasks.after(task);
  };
  const client = await openLinkedClient(hall, take);
  const settled = async () => {
    await client.settled();
    await tasks.settled();
  };

  const person = (who: Somebody): Person => {
    const lid = `27182818${who.id}@lid`;
    const number = `62812${String(who.id).padStart(8, '0')}@s.whatsapp.net`;
    const chat: Got[] = [];
    chats.set(lid, chat);
    let read = 0;
    let presses = 0;
    let events = 0;
    let albums = false;
    const send = async (content: AnyMessageContent, to?: Got): Promise<void> => {
      const quoted = to && { key: { remoteJid: lid, fromMe: true, id: to.id }, message: to.message };
      const message = await post.incoming(lid, content, quoted);
      events += 1;
      client.emit(
        {
          key: { remoteJid: lid, fromMe: false, id: post.newId(), ...alternative(number) },
          message,
          messageTimestamp: Math.floor(hall.clock.now().getTime() / 1000),
          pushName: who.firstName,
          broadcast: false,
        },
        events % 3 === 0 ? 'append' : 'notify',
      );
    };
    const photo = async (caption?: string, to?: Got): Promise<void> => {
      albums = true;
      const image = Buffer.from(samplePhoto(who.id + events));
      await send({ image, ...jpeg, ...(caption && { caption }) }, to);
    };
    const about = (words: string): Got => {
      const found = chat.findLast(({ text }) => text.includes(words));
      if (!found) throw new Error(`${who.firstName} was told nothing of "${words}"`);
      return found;
    };
    const address = { channel: 'whatsapp-linked', account, id: lid } as const;
    const type = (text: string) => send({ text, linkPreview: null });
    return withoutPhone({
      lacks: lacks(['button.copy-ticket', 'button.copy-pair', 'button.copy-code', 'button.send-phone']),
      silent: lacks(['keyboard.gone']),
      address,
      type,
      press: async (label) => {
        presses += 1;
        const texts = chat.map(({ text }) => text);
        await type(typedFor(texts, label, presses % 2 === 0));
      },
      photo: (caption) => photo(caption),
      location: (lat, lon) => send({ location: { degreesLatitude: lat, degreesLongitude: lon } }),
      voice: () =>
        send({
          audio: Buffer.from(sampleVoice(who.id)),
          ptt: true,
          mimetype: 'audio/ogg; codecs=opus',
          seconds: 3,
        }),
      video: () =>
        send({ video: Buffer.from(sampleVideo(who.id)), mimetype: 'video/mp4', jpegThumbnail: '' }),
      contact: () =>
        send({
          contacts: {
            displayName: who.firstName,
            contacts: [
              { displayName: who.firstName, vcard: `BEGIN:VCARD\nTEL:+${number.split('@')[0]}\nEND:VCARD` },
            ],
          },
        }),
      album: async (count) => {
        for (let i = 0; i < count; i++) await photo();
      },
      reply: async (words, text) => {
        const to = about(words);
        if (text === undefined) await photo(undefined, to);
        else await send({ text, linkPreview: null }, to);
      },
      pressOld: cannot('press an old button'),
      forge: (id) =>
        take({ id: post.newId(), from: address, at: hall.clock.now(), content: { kind: 'choice', id } }),
      block: cannot('block anybody whom the client is told of'),
      unblock: cannot('block anybody whom the client is told of'),
      heard: () => chat.map(({ text }) => text),
      files: async () => (await Promise.all(chat.map(({ message }) => fileIn(message, channel)))).flat(),
      seen: async () => {
        await settled();
        if (albums) {
          albums = false;
          await answerAlbums(hall);
          await settled();
        }
        const fresh = chat.slice(read);
        read += fresh.length;
        return fresh.map(({ text, picture, pin }) => ({
          ...readAsSaid(text),
          ...(picture && { picture }),
          ...(pin && { pin }),
        }));
      },
    });
  };

  return {
    app: {},
    open: async () => {},
    person,
    settled,
    close: async () => {
      await client.close();
      await post.close();
    },
  };
};

/** The number stands beside the hidden id, as the client of today tells it. */
const alternative = (number: string): proto.IMessageKey =>
  ({ remoteJidAlt: number, addressingMode: 'lid' }) as proto.IMessageKey;
