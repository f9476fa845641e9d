import { flag, isRecord, literal, number, object, optional, type Read, text } from '../check.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { interactive } from './interactive.ts';
import { audioFile, bareFile, captioned, documentFile } from './media.ts';
import { template } from './template.ts';

const about = {
  messaging_product: literal('whatsapp'),
  recipient_type: optional(literal('individual')),
  to: optional(text(150)),
  recipient: optional(text(150)),
  context: optional(object({ message_id: text(256) })),
  biz_opaque_callback_data: optional(text(limits.opaque)),
};

const words = object({ body: text(limits.text), preview_url: optional(flag) });
const place = object({
  latitude: number(-90, 90),
  longitude: number(-180, 180),
  name: optional(text(1000)),
  address: optional(text(1000)),
});
/** No emoji takes the reaction away. */
const reaction = object({
  message_id: text(256),
  emoji: (value, at) => (value === '' ? '' : text(32)(value, at)),
});

const kinds = {
  text: object({ ...about, type: optional(literal('text')), text: words }),
  image: object({ ...about, type: literal('image'), image: captioned }),
  video: object({ ...about, type: literal('video'), video: captioned }),
  document: object({ ...about, type: literal('document'), document: documentFile }),
  audio: object({ ...about, type: literal('audio'), audio: audioFile }),
  sticker: object({ ...about, type: literal('sticker'), sticker: bareFile }),
  location: object({ ...about, type: literal('location'), location: place }),
  reaction: object({ ...about, type: literal('reaction'), reaction }),
  interactive: object({ ...about, type: literal('interactive'), interactive }),
  template: object({ ...about, type: literal('template'), template }),
};

type Kinds = typeof kinds;
/** A message that may be sent, by its kind. */
export type Outgoing = { [K in keyof Kinds]: Omit<ReturnType<Kinds[K]>, 'type'> & { type: K } }[keyof Kinds];

const isKind = (type: unknown): type is keyof Kinds => typeof type === 'string' && Object.hasOwn(kinds, type);

/**
 * Reads the body of a message call as strictly as Meta publishes it: unknown fields, wrong types and anything beyond a
 * limit are refused. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export function readMessage(body: unknown): Outgoing {
  if (!isRecord(body)) throw new Refusal(100, 'The body must be a JSON object.');
  const type = body.type ?? 'text';
  if (!isKind(type)) throw new Refusal(131051, `Message type is not supported: ${String(type)}`);
  const read: Read<object> = kinds[type];
  return { ...read(body, ''), type } as Outgoing;
}

const mark = object({
  messaging_product: literal('whatsapp'),
  status: literal('read'),
  message_id: text(256),
  typing_indicator: optional(object({ type: literal('text') })),
});

export const isReadMark = (body: unknown): boolean => isRecord(body) && 'status' in body;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators */
export const readReadMark = (body: unknown): ReturnType<typeof mark> => mark(body, '');
