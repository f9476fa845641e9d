import { randomBytes } from 'node:crypto';
import type { AnyMessageContent } from '@whiskeysockets/baileys';
import type { AnyChannel } from '../../../bot/channels/channel.ts';
import { samplePhoto } from '../../../bot/channels/emulator/sample-photo.ts';
import { sampleVideo, sampleVoice } from '../../../bot/channels/emulator/sample-recording.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import type { Named } from '../../linked-device/testing-server/correspondent.ts';
import type { Received } from '../../linked-device/testing-server/resident.ts';
import { asRead, fileIn } from './linked-read.ts';
import type { TownPerson } from './linked-town.ts';
import { lacks, readAsSaid, typedFor } from './read-as-said.ts';
import { cannot, type Person, type Somebody, withoutPhone } from './rendering.ts';

/** What the phone's owner finds around them. */
type Around = {
  channel: AnyChannel;
  account: string;
  /** Sends something, and counts it as on its way. */
  said: (sending: () => Promise<string>) => Promise<void>;
  /** Tells the house at its desk what no phone can say. */
  desk: (inbound: Inbound) => Promise<void>;
  now: () => Date;
  settled: () => Promise<void>;
  answerAlbums: () => Promise<void>;
};

/** What stands under a photo, what it answers, and the album of which it is one. */
type Pictured = { caption?: string; to?: Received; of?: string };

const jpeg = { mimetype: 'image/jpeg', jpegThumbnail: '' };

/** By turns: the hidden id with the number beside it, as most are named, the hidden id alone, and the number alone, whose hidden id the client then asks for. */
const namings: readonly Named[] = ['lid', 'lid-only', 'lid', 'number'];

/** A group of which the office's number is a member. */
const group = '120363000000000001@g.us';

/** Every so many messages of somebody come as if they had been kept for the device while it was away. */
const keptEvery = 3;

/** Somebody with WhatsApp, whose phone seals what they say and opens what they are told. */
export const linkedPerson = (who: Somebody, phone: TownPerson, around: Around): Person => {
  const named = namings[who.id % namings.length] ?? 'lid';
  const address = { channel: 'whatsapp-linked', account: around.account, id: phone.lid } as const;
  const from = phone.received().length;
  let read = from;
  let presses = 0;
  let events = 0;
  let albums = false;
  const told = (): Received[] => phone.received().slice(from);
  const texts = (): string[] => told().map(({ message }) => asRead(message).text);

  const send = async (content: AnyMessageContent, to?: Received): Promise<void> => {
    events += 1;
    if (events === 1 && who.id % 5 === 0) await phone.typeInGroup(group, 'Arisan jam tujuh');
    await around.said(() =>
      phone.send(content, named, { ...(to && { to }), late: events % keptEvery === 0 }),
    );
  };
  const photo = async ({ caption, to, of }: Pictured = {}): Promise<void> => {
    albums = true;
    const image = Buffer.from(samplePhoto(who.id + events));
    const albumParentKey = of && { remoteJid: phone.lid, fromMe: true, id: of };
    await send(
      { image, ...jpeg, ...(caption && { caption }), ...(albumParentKey && { albumParentKey }) },
      to,
    );
  };
  const about = (words: string): Received => {
    const found = told().findLast(({ message }) => asRead(message).text.includes(words));
    if (!found) throw new Error(`${who.firstName} was told nothing of "${words}"`);
    return found;
  };
  const type = (text: string) => send({ text, linkPreview: null });

  return withoutPhone({
    lacks: lacks(['button.copy-ticket', 'button.copy-pair', 'button.copy-code', 'button.send-phone']),
    silent: lacks(['keyboard.gone']),
    address,
    type,
    press: async (label) => {
      presses += 1;
      await type(typedFor(texts(), label, presses % 2 === 0));
    },
    photo: (caption) => photo(caption === undefined ? {} : { caption }),
    location: (lat, lon) => send({ location: { degreesLatitude: lat, degreesLongitude: lon } }),
    voice: () =>
      send({
        audio: Buffer.from(sampleVoice(who.id)),
        ptt: true,
        mimetype: 'audio/ogg; codecs=opus',
        seconds: 3,
      }),
    video: () => send({ video: Buffer.from(sampleVideo(who.id)), mimetype: 'video/mp4', jpegThumbnail: '' }),
    contact: () =>
      send({
        contacts: {
          displayName: who.firstName,
          contacts: [
            {
              displayName: who.firstName,
              vcard: `BEGIN:VCARD\nTEL:+${phone.number.split('@')[0]}\nEND:VCARD`,
            },
          ],
        },
      }),
    album: async (count) => {
      const of = await phone.send({ album: { expectedImageCount: count, expectedVideoCount: 0 } }, named);
      for (let i = 0; i < count; i++) await photo({ of });
    },
    reply: async (words, text) => {
      const to = about(words);
      if (text === undefined) await photo({ to });
      else await send({ text, linkPreview: null }, to);
    },
    pressOld: cannot('press an old button'),
    forge: (id) =>
      around.desk({
        id: randomBytes(8).toString('hex'),
        from: address,
        at: around.now(),
        content: { kind: 'choice', id },
      }),
    block: cannot('block anybody whom the client is told of'),
    unblock: cannot('block anybody whom the client is told of'),
    heard: texts,
    files: async () =>
      (await Promise.all(told().map(({ message }) => fileIn(message, around.channel)))).flat(),
    seen: async () => {
      await around.settled();
      if (albums) {
        albums = false;
        await around.answerAlbums();
        await around.settled();
      }
      const fresh = phone.received().slice(read);
      read += fresh.length;
      return fresh.map(({ message }) => {
        const { text, picture, pin } = asRead(message);
        return { ...readAsSaid(text), ...(picture && { picture }), ...(pin && { pin }) };
      });
    },
  });
};
