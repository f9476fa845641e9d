import type { Content, Inbound, Unsupported } from '../../conversation/inbound.ts';
import { clean, type Fields, fields, isFields, numberOf, textOf } from '../fields.ts';
import { fetchMost } from './can.ts';
import { groupMessageIn, membershipIn, pressedGroup } from './parse-group.ts';

/** The largest of a photo's sizes: Telegram lists them from small to large. */
const photoContent = (photo: unknown, caption: unknown): Content | undefined => {
  const largest = fields(Array.isArray(photo) ? photo.at(-1) : undefined);
  const media = textOf(largest?.file_id);
  if (!media) return undefined;
  const bytes = numberOf(largest?.file_size);
  const words = textOf(caption);
  return {
    kind: 'photo',
    media,
    ...(words && { caption: clean(words) }),
    ...(bytes !== undefined && { bytes }),
  };
};

/** A voice note or video; one that no bot may fetch is told apart, so that a shorter one can be asked for. */
const recordingContent = (kind: 'voice' | 'video', file: Fields, caption: unknown): Content | undefined => {
  const media = textOf(file.file_id);
  if (!media) return undefined;
  const bytes = numberOf(file.file_size);
  const seconds = numberOf(file.duration);
  const words = textOf(caption);
  if (bytes !== undefined && bytes > fetchMost) return { kind: 'unsupported', what: `${kind}-large` };
  return {
    kind,
    media,
    ...(words && { caption: clean(words) }),
    ...(bytes !== undefined && { bytes }),
    ...(seconds !== undefined && { seconds }),
  };
};

const recordings: readonly (readonly [string, 'voice' | 'video'])[] = [
  ['voice', 'voice'],
  ['video', 'video'],
  ['video_note', 'video'],
];

const recordedContent = (message: Fields): Content | undefined => {
  for (const [name, kind] of recordings) {
    const file = fields(message[name]);
    if (file) return recordingContent(kind, file, message.caption);
  }
  return undefined;
};

/** A photo or video sent as a file is a photo or video; a moving picture without sound and other files are not taken. */
const documentContent = (message: Fields): Content | undefined => {
  const document = fields(message.document);
  if (!document || 'animation' in message) return undefined;
  const type = textOf(document.mime_type);
  if (type?.startsWith('image/')) return photoContent([document], message.caption);
  return type?.startsWith('video/') ? recordingContent('video', document, message.caption) : undefined;
};

const locationContent = (location: Fields): Content | undefined => {
  const lat = numberOf(location.latitude);
  const lon = numberOf(location.longitude);
  if (lat === undefined || lon === undefined) return undefined;
  return 'live_period' in location
    ? { kind: 'unsupported', what: 'live-location' }
    : { kind: 'location', lat, lon };
};

/** A number counts only when it is the sender's own. */
const contactContent = (contact: Fields, sender: number): Content => {
  const phone = textOf(contact.phone_number);
  if (!phone || numberOf(contact.user_id) !== sender) return { kind: 'unsupported', what: 'contact' };
  return { kind: 'phone', phone: phone.startsWith('+') ? phone : `+${phone}` };
};

const unsupported: readonly (readonly [string, Unsupported])[] = [
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['document', 'document'],
  ['sticker', 'sticker'],
  ['poll', 'poll'],
];

/** Messages about the chat itself, which want no answer. */
const silent = [
  'new_chat_members',
  'left_chat_member',
  'pinned_message',
  'message_auto_delete_timer_changed',
  'users_shared',
  'write_access_allowed',
];

const contentOf = (message: Fields, sender: number): Content | undefined => {
  if (typeof message.text === 'string') return { kind: 'text', text: clean(message.text) };
  const location = fields(message.location) ?? fields(fields(message.venue)?.location);
  const contact = fields(message.contact);
  return (
    (message.photo ? photoContent(message.photo, message.caption) : undefined) ??
    (location ? locationContent(location) : undefined) ??
    recordedContent(message) ??
    documentContent(message) ??
    (contact ? contactContent(contact, sender) : undefined) ??
    otherContent(message)
  );
};

const otherContent = (message: Fields): Content | undefined => {
  if (silent.some((name) => name in message)) return undefined;
  const known = unsupported.find(([name]) => name in message);
  return { kind: 'unsupported', what: known?.[1] ?? 'other' };
};

const messageIn = (message: Fields, at: (content: Content) => Inbound | undefined): Inbound[] => {
  const chat = fields(message.chat);
  const sender = numberOf(fields(message.from)?.id);
  if (chat?.type !== 'private' || sender === undefined || fields(message.from)?.is_bot === true) return [];
  const content = contentOf(message, sender);
  const inbound = content && at(content);
  if (!inbound) return [];
  const replyTo = numberOf(fields(message.reply_to_message)?.message_id);
  const album = textOf(message.media_group_id);
  return [
    { ...inbound, ...(replyTo !== undefined && { replyTo: String(replyTo) }), ...(album && { album }) },
  ];
};

const pressIn = (query: Fields, at: (id: number, content: Content) => Inbound): Inbound[] => {
  const sender = numberOf(fields(query.from)?.id);
  const id = textOf(query.data);
  const message = fields(query.message);
  const on = numberOf(message?.message_id);
  const ticket = textOf(query.id);
  if (sender === undefined || id === undefined || on === undefined || ticket === undefined) return [];
  const group = pressedGroup(message);
  if (!group && fields(message?.chat)?.type !== 'private') return [];
  const label = pressedLabel(message, id);
  return [
    {
      ...at(sender, { kind: 'choice', id, ...(label && { label }) }),
      press: { on: String(on), query: ticket },
      ...(group && { group }),
    },
  ];
};

/** The words on the button that was pressed. */
const pressedLabel = (message: Fields | undefined, data: string): string | undefined => {
  const rows = fields(message?.reply_markup)?.inline_keyboard;
  if (!Array.isArray(rows)) return undefined;
  const pressed = rows.flat().find((button) => fields(button)?.callback_data === data);
  return textOf(fields(pressed)?.text);
};

const presenceIn = (
  change: Fields,
  at: (id: number, content: Content, date?: unknown) => Inbound,
): Inbound[] => {
  const chat = fields(change.chat);
  const id = numberOf(chat?.id);
  if (chat?.type !== 'private') return membershipIn(change, at);
  if (id === undefined) return [];
  const status = textOf(fields(change.new_chat_member)?.status);
  const left = status === 'kicked' || status === 'left';
  return [{ ...at(id, { kind: 'unsupported', what: 'other' }), presence: left ? 'left' : 'back' }];
};

/** Whether a payload is an update at all; what it holds may still be nothing for us. */
export const isUpdate = (payload: unknown): payload is Fields & { update_id: number } =>
  isFields(payload) && Number.isSafeInteger(payload.update_id);

/**
 * What a Telegram update says to us. Unknown kinds, other bots and odd shapes are nothing, never a fault: the platform
 * adds kinds at will. Of groups only what may mean something (`parse-group.ts`).
 */
export const parse =
  (account: string) =>
  (payload: unknown): Inbound[] => {
    if (!isUpdate(payload)) return [];
    const id = String(payload.update_id);
    const at = (sender: number, content: Content, date?: unknown): Inbound => ({
      id,
      from: { channel: 'telegram', account, id: String(sender) },
      at: new Date((numberOf(date) ?? 0) * 1000),
      content,
    });
    const message = fields(payload.message);
    if (message) {
      if (fields(message.chat)?.type !== 'private') return groupMessageIn(message, account, at);
      const sender = numberOf(fields(message.from)?.id);
      return sender === undefined ? [] : messageIn(message, (content) => at(sender, content, message.date));
    }
    const query = fields(payload.callback_query);
    if (query) return pressIn(query, at);
    const change = fields(payload.my_chat_member);
    return change ? presenceIn(change, at) : [];
  };
