import { imageSize } from '../../../bot/channels/emulator/image-size.ts';
import type {
  ChatEvent,
  GraphEmulator,
  Shown as GraphShown,
  Phone,
} from '../../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { pictureType } from '../picture-type.ts';
import type { Handset, PhoneEvent, Shown, ShownButton } from './handset.ts';
import { whatsappText } from './whatsapp-text.ts';

type Parts = {
  phone: Phone;
  account: string;
  id: string;
  file: GraphEmulator['file'];
  /** The person's message got this id from the platform. */
  wrote: (message: string) => void;
};

const labelsOf = ({ buttons, list }: GraphShown): string[] => [
  ...buttons.map(({ label }) => label),
  ...(list?.rows.map(({ title }) => title) ?? []),
];

const buttonsOf = ({ buttons, link }: GraphShown): ShownButton[][] => [
  ...buttons.map(({ label, id }) => [{ label, data: id }]),
  ...(link ? [[link]] : []),
];

/** People's own messages are on the other side once they are taken; whether they were read is told by the service's read mark. */
const fateOf = ({ from, status }: GraphShown): Pick<Shown, 'fate'> =>
  from === 'person' ? { fate: status ?? 'delivered' } : status === 'failed' ? { fate: status } : {};

const asShown = (one: GraphShown, all: readonly GraphShown[], file: Parts['file']): Shown => {
  const { id, from, raw, at, photo, voice, video, document, list, location } = one;
  const answered = one.replyTo === undefined ? undefined : all.find((other) => other.id === one.replyTo);
  const tapped = from === 'person' && answered !== undefined && labelsOf(answered).includes(one.text);
  const spent =
    one.buttons.length > 0 &&
    all.some(({ replyTo, text }) => replyTo === id && one.buttons.some(({ label }) => label === text));
  const picture = photo?.mediaId;
  return {
    id,
    from,
    ...whatsappText(raw),
    date: at,
    edited: one.edited,
    deleted: one.deleted,
    buttons: buttonsOf(one),
    ...fateOf(one),
    ...(spent && { spent }),
    ...(list && { list }),
    ...(one.asksLocation && { asksPlace: true as const }),
    ...(one.template !== undefined && { template: true as const }),
    ...(one.header !== undefined && { header: one.header }),
    ...(one.footer !== undefined && { footer: one.footer }),
    ...(answered && { quote: answered.text.split('\n')[0] ?? '' }),
    ...(tapped && { tapped }),
    ...(picture !== undefined && {
      photo: { file: picture, ...imageSize(file(picture)?.bytes ?? new Uint8Array()) },
    }),
    ...(voice && { voice: {} }),
    ...(video && { video: {} }),
    ...(document && { document: document.name ?? '' }),
    ...(location && { location }),
  };
};

/** A phone with a chat in WhatsApp, written to by the official API. */
export const whatsappHandset = ({ phone, account, id, file, wrote }: Parts): Handset => {
  const shown = (message: GraphShown) => asShown(message, phone.messages(), file);
  const byPerson = (message: string): boolean =>
    phone.messages().some((one) => one.id === message && one.from === 'person');

  const eventOf = (event: ChatEvent): PhoneEvent => {
    switch (event.kind) {
      case 'message':
      case 'edit':
        return { kind: event.kind, message: shown(event.message) };
      case 'delete':
        return { kind: 'delete', id: event.id };
      case 'reaction':
        return { kind: 'changed', id: event.id };
      case 'status':
        return byPerson(event.id)
          ? { kind: 'changed', id: event.id }
          : { kind: 'fate', id: event.id, fate: event.status };
      case 'typing':
        return { kind: 'typing' };
      default:
        return event satisfies never;
    }
  };

  return {
    key: `whatsapp:${id}`,
    address: { channel: 'whatsapp-cloud', account, id },
    messages: () => {
      const all = phone.messages();
      return all.map((message) => asShown(message, all, file));
    },
    keys: () => [],
    subscribe: (listener) => {
      const end = phone.subscribe((event) => {
        listener(eventOf(event));
        const on = event.kind === 'message' ? event.message.replyTo : undefined;
        if (on !== undefined) listener({ kind: 'changed', id: on });
      });
      return end;
    },
    type: (text) => wrote(phone.type(text)),
    tap: (on, button) => wrote(phone.press(button, { on })),
    pressKey: () => {
      throw new Error('WhatsApp has no keyboard of ours');
    },
    photo: (bytes, caption) => {
      const type = pictureType(bytes);
      wrote(phone.sendPhoto(bytes, { ...(type && { type }), ...(caption && { caption }) }));
    },
    pin: ({ lat, lon }) => wrote(phone.sendLocation(lat, lon)),
    block: phone.block,
    unblock: phone.unblock,
  };
};
