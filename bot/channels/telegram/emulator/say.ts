import type { ButtonRules } from './buttons.ts';
import { type Chat, type Kept, keep, offerToReader, tell } from './chat.ts';
import { type Markup, readMarkup } from './keyboards.ts';
import { badRequest, forbidden, type Params, Refusal } from './outcome.ts';
import { flagOf, isRecord, nestedOf, numberOf, strictFlag } from './params.ts';
import { shown } from './shown.ts';
import type { WireMessage } from './wire.ts';
import { type Desk, unixNow } from './world.ts';

export function chatOf({ account }: Desk, params: Params): Chat {
  const id = params.chat_id;
  if (id === undefined || id === null || id === '') throw badRequest('chat_id is empty');
  const chat = account.chats.get(Number(id));
  if (!chat) throw badRequest('chat not found');
  return chat;
}

/** The chat a bot wants to speak in, if it may: it was spoken to, and is not blocked. */
export function openChat(desk: Desk, params: Params): Chat {
  const chat = chatOf(desk, params);
  const isPrivate = chat.wire.type === 'private';
  if (chat.movedTo !== undefined)
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.movedTo,
    });
  if (chat.blocked)
    throw forbidden(
      isPrivate ? 'bot was blocked by the user' : `bot was kicked from the ${chat.wire.type} chat`,
    );
  if (!chat.open)
    throw desk.account.met.has(chat.wire.id)
      ? forbidden("bot can't initiate conversation with a user")
      : badRequest('chat not found');
  return chat;
}

/** The same, for what counts against the limits: messages and edits. */
export function pacedChat(desk: Desk, params: Params): Chat {
  const chat = openChat(desk, params);
  desk.world.pace(chat, desk.world.clock.now());
  return chat;
}

type Content = Partial<WireMessage>;

/** Sends one message of the bot: markup, reply, topic and protection are read from the call. */
export function say(desk: Desk, params: Params, content: () => Content): WireMessage {
  const markup = readMarkup(params, buttonRules(desk, params));
  checkPreview(params);
  const ready = content();
  const chat = pacedChat(desk, params);
  return put(desk, chat, { ...ready, ...context(chat, params) }, markup).message;
}

export const buttonRules = ({ world }: Desk, params: Params): ButtonRules => ({
  where: Number(params.chat_id) < 0 ? 'group' : 'private',
  localLinks: world.localLinks,
});

/** Reply, topic and protection of a message about to be sent. */
export function context(chat: Chat, params: Params): Content {
  const thread = numberOf(params, 'message_thread_id');
  const replyTo = repliedMessage(chat, params);
  if (thread !== undefined) {
    const topic = chat.topics.get(thread);
    if (!topic) throw badRequest('message thread not found');
    if (topic.closed) throw badRequest('TOPIC_CLOSED');
  }
  return {
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
    ...(replyTo && { reply_to_message: withoutReply(replyTo) }),
    ...(flagOf(params, 'protect_content') && { has_protected_content: true as const }),
  };
}

/** Adds a message of the bot to a chat and shows it to whoever looks. */
export function put(desk: Desk, chat: Chat, content: Content, markup: Markup): Kept {
  const { account, world } = desk;
  const message: WireMessage = {
    message_id: account.nextMessage++,
    from: account.user,
    chat: chat.wire,
    date: unixNow(world),
    ...content,
  };
  if (markup.kind === 'inline') message.reply_markup = markup.keyboard;
  const kept = keep(chat, message, 'bot');
  kept.fixed = markup.kind !== 'none' && markup.kind !== 'inline';
  if (markup.kind === 'reply') chat.keyboard = markup.keyboard;
  if (markup.kind === 'remove') chat.keyboard = undefined;
  chat.actionUntil = 0;
  tell(chat, () => ({ kind: 'message', message: shown(kept) }));
  offerToReader(chat, kept);
  return kept;
}

function repliedMessage(chat: Chat, params: Params): WireMessage | undefined {
  const reply = nestedOf(params, 'reply_parameters', "can't parse reply parameters JSON object");
  const short = numberOf(params, 'reply_to_message_id');
  if (reply === undefined && !short) return undefined;
  if (reply !== undefined && !isRecord(reply)) throw badRequest('object expected as reply parameters');
  if (reply && reply.message_id === undefined) throw badRequest(`can't find field "message_id"`);
  const kept = chat.messages.get(reply ? Number(reply.message_id) : (short ?? 0));
  if (kept && !kept.deleted) return kept.message;
  const anyway = reply
    ? strictFlag(reply, 'allow_sending_without_reply')
    : flagOf(params, 'allow_sending_without_reply');
  if (anyway) return undefined;
  throw badRequest('message to be replied not found');
}

export const withoutReply = ({ reply_to_message: _, ...message }: WireMessage): WireMessage => message;

function checkPreview(params: Params): void {
  const preview = nestedOf(params, 'link_preview_options', "can't parse link preview options JSON object");
  if (preview === undefined) return;
  if (!isRecord(preview)) throw badRequest('object expected as link preview options');
  for (const name of ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'])
    strictFlag(preview, name);
}
