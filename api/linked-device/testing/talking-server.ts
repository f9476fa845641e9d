import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '../../../db/testing.ts';
import { openWhatsApp } from '../testing-server/index.ts';
import { linkOn } from './on-whatsapp.ts';

/** Somebody's phone, for as much as any server can play of one. */
export type Talker = {
  type: (text: string) => Promise<void>;
  typeInGroup: (text: string) => Promise<void>;
  /** A voice note whose sender names a host of their own for it. */
  speak: () => Promise<void>;
  /** What the phone was told, opened with its own keys. */
  heard: () => string[];
};

/** A server that plays WhatsApp for the real client, reduced to what two of them written by different people can both do. */
export type TalkingServer = {
  name: string;
  url: string;
  link: (copy: Pick<TestDatabase, 'sql'>) => Promise<void>;
  isLive: () => boolean;
  /** Writes from a number, or from a hidden id alone. */
  talker: (id: number, by: 'number' | 'lid-only') => Talker;
  /** How many messages the device has ticked off. */
  ticked: () => number;
  close: () => Promise<void>;
};

export const group = '120363000000000001@g.us';

/** Our own server, so reduced. */
export const ownServer = async (): Promise<TalkingServer> => {
  const whatsApp = await openWhatsApp();
  return {
    name: 'ours',
    url: whatsApp.url,
    link: (copy) => linkOn(whatsApp, copy),
    isLive: whatsApp.isLive,
    talker: (id, by) => {
      const person = whatsApp.person(id);
      const elsewhere = { url: 'http://127.0.0.1:9/voice', mediaKey: randomBytes(32), mimetype: 'audio/ogg' };
      return {
        type: async (text) => void (await person.type(text, by)),
        typeInGroup: async (text) => void (await person.typeInGroup(group, text)),
        speak: async () => void (await person.say({ audioMessage: { ...elsewhere, ptt: true } }, by)),
        heard: () => person.received().map(({ message }) => message.extendedTextMessage?.text ?? ''),
      };
    },
    ticked: () => whatsApp.devices.all().reduce((sum, { mailbox }) => sum + mailbox.ticked().length, 0),
    close: async () => {
      await whatsApp.close();
      const faults = whatsApp.faults();
      if (faults.length > 0) throw new AggregateError(faults, 'the server failed');
    },
  };
};
