import type {
  ChatEvent,
  Phone,
  Shown as TelegramShown,
} from '../../../bot/channels/telegram/emulator/index.ts';
import type { Handset, PhoneEvent, Shown } from './handset.ts';

const shownOf = ({ id, photo, document, edited, from, ...message }: TelegramShown): Shown => ({
  id: String(id),
  from,
  text: message.text,
  entities: message.entities,
  date: message.date,
  edited,
  deleted: message.deleted,
  buttons: message.buttons,
  ...(from === 'person' && { fate: 'read' as const }),
  ...(photo && { photo: { file: photo.fileId, width: photo.width, height: photo.height } }),
  ...(message.voice && { voice: { seconds: message.voice.seconds } }),
  ...(message.video && { video: { seconds: message.video.seconds } }),
  ...(message.location && { location: message.location }),
  ...(document && { document: document.file_name ?? '' }),
});

const eventOf = (event: ChatEvent): PhoneEvent | undefined => {
  switch (event.kind) {
    case 'message':
    case 'edit':
      return { kind: event.kind, message: shownOf(event.message) };
    case 'delete':
      return { kind: 'delete', id: String(event.id) };
    case 'reaction':
      return { kind: 'changed', id: String(event.id) };
    case 'answer':
      return event.text ? { kind: 'toast', text: event.text, alert: event.alert } : undefined;
    case 'action':
      return { kind: 'typing' };
    default:
      return event satisfies never;
  }
};

/** A keyboard that asks for the place takes the pin, and hides; else the pin is simply sent. */
const sendPin = (phone: Phone, at: { lat: number; lon: number }): void => {
  const asks = phone
    .keyboard()
    ?.rows.flat()
    .find((key) => key.request_location);
  if (asks) phone.press(asks.text, { at });
  else phone.sendLocation(at.lat, at.lon);
};

/** A phone with a chat in Telegram. */
export const telegramHandset = (phone: Phone, account: string): Handset => {
  const id = String(phone.person.id);
  return {
    key: `telegram:${id}`,
    address: { channel: 'telegram', account, id },
    messages: () => phone.messages().map(shownOf),
    keys: () =>
      phone
        .keyboard()
        ?.rows.map((row) =>
          row.map(({ text, request_location }) => ({ label: text, place: request_location === true })),
        ) ?? [],
    subscribe: (listener) =>
      phone.subscribe((event) => {
        const told = eventOf(event);
        if (told) listener(told);
      }),
    type: (text) => void phone.type(text),
    tap: (on, button) => void phone.press(button, { on: Number(on), stale: true }),
    pressKey: (label) => void phone.press(label),
    photo: (bytes, caption) => void phone.sendPhoto(bytes, caption ? { caption } : {}),
    pin: (at) => sendPin(phone, at),
    block: () => void phone.block(),
    unblock: () => void phone.unblock(),
  };
};
