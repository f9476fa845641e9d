import type { ShownButton } from '../../conversation/choices-shown.ts';
import type { Shown, ShownPin } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import type { Media, TextFile } from '../../conversation/reply.ts';
import type { Standing } from '../channel.ts';
import { documentCall, underDocument } from './document-calls.ts';
import { html, plain } from './html.ts';
import { captionOf, mediaCalls } from './media-calls.ts';
import { pinCall } from './pin-call.ts';
import { isGroup, placeOf } from './place.ts';

/**
 * One call of the Bot API. `about` is what the message is about, once it is sent; `unmarked` its text without markup;
 * `files` are uploaded beside the body, each in its field.
 */
export type Wire = {
  method:
    | 'sendMessage'
    | 'editMessageText'
    | 'editMessageReplyMarkup'
    | 'answerCallbackQuery'
    | 'sendPhoto'
    | 'sendVoice'
    | 'sendVideo'
    | 'sendMediaGroup'
    | 'sendDocument'
    | 'sendLocation'
    | 'sendVenue'
    | 'createForumTopic'
    | 'deleteForumTopic'
    | 'setMessageReaction'
    | 'deleteMessage';
  body: { [name: string]: unknown };
  files?: readonly ((Media | TextFile) & { field: string })[];
  about?: string;
  unmarked?: string;
};

const button = (shown: ShownButton) =>
  'copy' in shown
    ? { text: shown.label, copy_text: { text: shown.copy } }
    : { text: shown.label, callback_data: shown.id };

/** A message carries one markup only: inline buttons, our reply keyboard, or its removal. */
const markup = (shown: Shown, clears: boolean): { reply_markup?: unknown } => {
  if (shown.request) {
    const ask = shown.request.kind === 'location' ? { request_location: true } : { request_contact: true };
    return {
      reply_markup: {
        keyboard: [
          [{ text: shown.request.label, ...ask }],
          ...(shown.request.choices.length > 0 ? [shown.request.choices.map((text) => ({ text }))] : []),
        ],
        one_time_keyboard: true,
        resize_keyboard: true,
      },
    };
  }
  if (shown.rows.length > 0)
    return { reply_markup: { inline_keyboard: shown.rows.map((row) => row.map(button)) } };
  return clears ? { reply_markup: { remove_keyboard: true } } : {};
};

/** A keyboard in place of people's own, and asking for a place or a number, are for private chats only. */
const asHere = (to: Address, shown: Shown): Shown => (isGroup(to) ? { ...shown, request: undefined } : shown);

const message = (to: Address, text: string, more: { reply_markup?: unknown } = {}, about?: string): Wire => ({
  method: 'sendMessage',
  body: {
    ...placeOf(to),
    text: html(text),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...more,
  },
  unmarked: plain(text),
  ...(about && { about }),
});

const edit = (to: Address, on: string, text: string, rows: Shown['rows']): Wire => ({
  method: 'editMessageText',
  body: {
    chat_id: placeOf(to).chat_id,
    message_id: Number(on),
    text: html(text),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: rows.map((row) => row.map(button)) },
  },
  unmarked: plain(text),
});

/**
 * An answer as calls of the Bot API, in the order they must arrive. A press changes its card; what a card cannot hold
 * (a keyboard for a place, a second text) follows as a message, and the card then keeps what was chosen. The line that
 * says what was understood takes our keyboard away.
 */
export const encode = (to: Address, shown: Shown, standing: Standing = {}): Wire[] => {
  if (shown.pin) return withPin(to, shown, shown.pin, standing);
  if (shown.document) return withDocument(to, shown, shown.document, standing);
  if (shown.media.length > 0) return withMedia(to, shown, standing);
  const { edits, clears, chosen } = standing;
  const last = shown.texts.at(-1) ?? '';
  const before = shown.texts.slice(0, -1);
  if (edits && !shown.request && before.length === 0) {
    const text = shown.note ? `${shown.note}\n\n${last}` : last;
    return [edit(to, edits, text, shown.rows)];
  }
  const card = edits && chosen ? [edit(to, edits, chosen, [])] : [];
  const alone = clears && (shown.rows.length > 0 || before.length > 0) ? (shown.note ?? clears) : undefined;
  const texts =
    alone || !shown.note
      ? shown.texts
      : [`${shown.note}\n\n${shown.texts[0] ?? ''}`, ...shown.texts.slice(1)];
  return [
    ...card,
    ...(alone ? [message(to, alone, { reply_markup: { remove_keyboard: true } })] : []),
    ...texts.slice(0, -1).map((text) => message(to, text)),
    message(to, texts.at(-1) ?? '', markup(asHere(to, shown), Boolean(clears)), shown.about),
  ];
};

/** A pin stands behind the photos; whatever follows bears the words. */
const withPin = (
  to: Address,
  { pin: _, ...shown }: Shown,
  pin: ShownPin,
  { edits, chosen, ...rest }: Standing,
): Wire[] => [
  ...(edits && chosen ? [edit(to, edits, chosen, [])] : []),
  ...mediaCalls(to, shown.media),
  pinCall(to, pin),
  ...encode(to, { ...shown, media: [] }, rest),
];

/** A document stands behind the photos and before the words, or bears them. */
const withDocument = (
  to: Address,
  { document: _, ...shown }: Shown,
  file: TextFile,
  { edits, chosen, ...rest }: Standing,
): Wire[] => {
  const card = edits && chosen ? [edit(to, edits, chosen, [])] : [];
  const before = [...card, ...mediaCalls(to, shown.media)];
  const caption = rest.clears ? undefined : underDocument(shown);
  if (caption !== undefined) return [...before, documentCall(to, file, caption, shown.about)];
  return [...before, documentCall(to, file), ...encode(to, { ...shown, media: [] }, rest)];
};

/** Photos stand before the words, or bear them; a card that was pressed keeps what was chosen. */
const withMedia = (to: Address, shown: Shown, { edits, chosen, ...rest }: Standing): Wire[] => {
  const card = edits && chosen ? [edit(to, edits, chosen, [])] : [];
  const caption = rest.clears ? undefined : captionOf(shown);
  if (caption === undefined)
    return [...card, ...mediaCalls(to, shown.media), ...encode(to, { ...shown, media: [] }, rest)];
  const told = { unmarked: plain(caption), ...(shown.about && { about: shown.about }) };
  const calls = mediaCalls(to, shown.media, { caption: html(caption), parse_mode: 'HTML' });
  return [...card, ...calls.map((call) => ({ ...call, ...told }))];
};

/** Takes the buttons off a card whose answer comes by another message. */
export const settleCard = (to: Address, on: string): Wire => ({
  method: 'editMessageReplyMarkup',
  body: { chat_id: placeOf(to).chat_id, message_id: Number(on), reply_markup: { inline_keyboard: [] } },
});

/** Ends the little clock on a pressed button; `toast` is shown for a moment. */
export const answerPress = (query: string, toast?: string): Wire => ({
  method: 'answerCallbackQuery',
  body: { callback_query_id: query, ...(toast && { text: plain(toast).slice(0, 200) }) },
});
