import { type Chat, type Kept, offerToReader, tell } from '../chat.ts';
import { captionText, messageText } from '../formatted-text.ts';
import type { Formatted } from '../html.ts';
import { readInlineMarkup } from '../keyboards.ts';
import { badRequest, type Params } from '../outcome.ts';
import { nestedOf, numberOf } from '../params.ts';
import { buttonRules, openChat, pacedChat } from '../say.ts';
import { shown } from '../shown.ts';
import type { Entity, InlineKeyboard, WireMessage } from '../wire.ts';
import { type Desk, unixNow } from '../world.ts';
import type { Method } from './method.ts';

const unchanged =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message';

export const editMessageText: Method = (desk, params) => {
  const said = messageText(params);
  const keyboard = readInlineMarkup(params, buttonRules(desk, params));
  const { chat, kept } = editable(desk, params);
  if (kept.message.text === undefined) throw badRequest('there is no text in the message to edit');
  refuseUnchanged(kept, same(kept.message.text, kept.message.entities, said), keyboard);
  kept.message = withText(kept.message, said);
  return finish(desk, chat, kept, keyboard);
};

export const editMessageCaption: Method = (desk, params) => {
  const said = captionText(params);
  const keyboard = readInlineMarkup(params, buttonRules(desk, params));
  const { chat, kept } = editable(desk, params);
  if (!kept.message.photo && !kept.message.document)
    throw badRequest('there is no caption in the message to edit');
  refuseUnchanged(kept, same(kept.message.caption ?? '', kept.message.caption_entities, said), keyboard);
  const { caption: _, caption_entities: __, ...rest } = kept.message;
  const marked = said.entities.length > 0 ? { caption_entities: said.entities } : {};
  kept.message = said.text === '' ? rest : { ...rest, caption: said.text, ...marked };
  return finish(desk, chat, kept, keyboard);
};

export const editMessageReplyMarkup: Method = (desk, params) => {
  const keyboard = readInlineMarkup(params, buttonRules(desk, params));
  const { chat, kept } = editable(desk, params);
  refuseUnchanged(kept, true, keyboard);
  return finish(desk, chat, kept, keyboard);
};

function editable(desk: Desk, params: Params): { chat: Chat; kept: Kept } {
  const id = numberOf(params, 'message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  const chat = pacedChat(desk, params);
  const kept = chat.messages.get(id);
  if (!kept || kept.deleted) throw badRequest('message to edit not found');
  if (kept.by !== 'bot' || kept.fixed) throw badRequest("message can't be edited");
  return { chat, kept };
}

function same(text: string, entities: Entity[] | undefined, said: Formatted): boolean {
  return text === said.text && JSON.stringify(entities ?? []) === JSON.stringify(said.entities);
}

function refuseUnchanged(kept: Kept, sameContent: boolean, keyboard: InlineKeyboard | undefined): void {
  if (sameContent && JSON.stringify(kept.message.reply_markup) === JSON.stringify(keyboard))
    throw badRequest(unchanged);
}

function withText(message: WireMessage, { text, entities }: Formatted): WireMessage {
  const { entities: _, ...rest } = message;
  return entities.length > 0 ? { ...rest, text, entities } : { ...rest, text };
}

/** An edit without buttons takes the buttons away, as the real server does. */
function finish(desk: Desk, chat: Chat, kept: Kept, keyboard: InlineKeyboard | undefined): WireMessage {
  const { reply_markup: _, ...rest } = kept.message;
  const edited = { ...rest, edit_date: unixNow(desk.world) };
  kept.message = keyboard ? { ...edited, reply_markup: keyboard } : edited;
  kept.edited = true;
  tell(chat, () => ({ kind: 'edit', message: shown(kept) }));
  offerToReader(chat, kept);
  return kept.message;
}

const deletableS = 48 * 3600;

export const deleteMessage: Method = (desk, params) => {
  const id = numberOf(params, 'message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  remove(desk, openChat(desk, params), id);
  return true;
};

export const deleteMessages: Method = (desk, params) => {
  const ids = nestedOf(params, 'message_ids', "can't parse message identifiers JSON object");
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
  const chat = openChat(desk, params);
  for (const id of ids) if (chat.messages.has(Number(id))) remove(desk, chat, Number(id));
  return true;
};

function remove(desk: Desk, chat: Chat, id: number): void {
  const kept = chat.messages.get(id);
  if (!kept || kept.deleted) throw badRequest('message to delete not found');
  if (kept.by === 'person' && chat.wire.type !== 'private' && chat.role === 'member')
    throw badRequest("message can't be deleted");
  if (unixNow(desk.world) - kept.message.date > deletableS)
    throw badRequest("message can't be deleted for everyone");
  kept.deleted = true;
  tell(chat, () => ({ kind: 'delete', id }));
}
