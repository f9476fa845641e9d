import { imageSize } from '../../../bot/channels/emulator/image-size.ts';
import type { LinkedContent } from '../skins/linked-messages.ts';
import type { Handset, PhoneEvent, Shown } from './handset.ts';
import { whatsappText } from './whatsapp-text.ts';

/** What of a message stands in the chat. */
export type Said = Pick<Shown, 'photo' | 'voice' | 'video' | 'location'> & { raw: string };

type Parts = {
  key: string;
  account: string;
  id: string;
  now: () => Date;
  /** Keeps a picture, and gives the id by which it is drawn. */
  keep: (bytes: Uint8Array) => string;
  /** Sends a message off; `arrived` once the linked device has it. */
  send: (content: LinkedContent, arrived: () => void) => void;
};

export type PlainHandset = Handset & { hear: (id: string, said: Said) => void };

const messagesMost = 500;

/** A phone with a chat in WhatsApp that a linked device answers: words, pictures and pins, and nothing to press. */
export const plainHandset = ({ key, account, id, now, keep, send }: Parts): PlainHandset => {
  const listeners = new Set<(event: PhoneEvent) => void>();
  let messages: Shown[] = [];
  let blocked = false;
  let count = 0;

  const tell = (event: PhoneEvent) => {
    for (const listener of listeners) listener(event);
  };
  const add = (name: string, from: Shown['from'], { raw, ...said }: Said): Shown => {
    const message: Shown = {
      id: name,
      from,
      ...whatsappText(raw),
      date: Math.floor(now().getTime() / 1000),
      edited: false,
      deleted: false,
      buttons: [],
      ...(from === 'person' && { fate: 'sent' as const }),
      ...said,
    };
    messages = [...messages, message].slice(-messagesMost);
    tell({ kind: 'message', message });
    return message;
  };
  const say = (content: LinkedContent, said: Said) => {
    if (blocked) throw new Error('cannot write: blocked');
    count += 1;
    const message = add(`p${count}`, 'person', said);
    send(content, () => {
      messages = messages.map((one) => (one.id === message.id ? { ...one, fate: 'delivered' } : one));
      tell({ kind: 'changed', id: message.id });
    });
  };
  const nothingToPress = () => {
    throw new Error('there is nothing to press in plain text');
  };

  return {
    key,
    address: { channel: 'whatsapp-linked', account, id },
    hear: (name, said) => {
      if (!blocked) add(name, 'bot', said);
    },
    messages: () => messages,
    keys: () => [],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    type: (text) => say({ text, linkPreview: null }, { raw: text }),
    tap: nothingToPress,
    pressKey: nothingToPress,
    photo: (bytes, caption) => {
      const image = Buffer.from(bytes);
      const words = caption ? { caption } : {};
      say(
        { image, mimetype: 'image/jpeg', jpegThumbnail: '', ...words },
        { raw: caption ?? '', photo: { file: keep(bytes), ...imageSize(bytes) } },
      );
    },
    pin: (location) =>
      say(
        { location: { degreesLatitude: location.lat, degreesLongitude: location.lon } },
        { raw: '', location },
      ),
    block: () => {
      blocked = true;
    },
    unblock: () => {
      blocked = false;
    },
  };
};
