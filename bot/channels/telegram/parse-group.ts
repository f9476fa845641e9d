import type { Content, GroupPlace, Inbound } from '../../conversation/inbound.ts';
import { clean, type Fields, fields, numberOf, textOf } from '../fields.ts';

type At = (sender: number, content: Content, date?: unknown) => Inbound;

const groupTypes = ['group', 'supergroup'];

const nothingSaid: Content = { kind: 'unsupported', what: 'other' };

/** The group a chat is, and where in it a message stands. Only a forum's thread is a topic; elsewhere a thread is a row of replies. */
const groupIn = (chat: Fields | undefined, message?: Fields): GroupPlace | undefined => {
  const id = numberOf(chat?.id);
  if (!chat || id === undefined || !groupTypes.some((type) => type === chat.type)) return undefined;
  const thread = message?.is_topic_message === true ? numberOf(message.message_thread_id) : undefined;
  const title = textOf(chat.title);
  const on = numberOf(message?.message_id);
  return {
    chat: String(id),
    topics: chat.is_forum === true,
    ...(thread !== undefined && { thread: String(thread) }),
    ...(title && { title: clean(title) }),
    ...(on !== undefined && { message: String(on) }),
  };
};

/** Every message of a topic replies to its beginning, unless it replies to another. */
const repliedOf = (message: Fields, account: string): string | undefined => {
  const replied = fields(message.reply_to_message);
  if (!replied || 'forum_topic_created' in replied) return undefined;
  const on = numberOf(replied.message_id);
  const ours = String(numberOf(fields(replied.from)?.id)) === account;
  return ours && on !== undefined ? String(on) : undefined;
};

/**
 * What is said in a group, as far as it may mean something: a command, a word in a topic, a reply to a message of ours,
 * or that the group has another number from now on. Everything else people say there is not ours to hear.
 */
export const groupMessageIn = (message: Fields, account: string, at: At): Inbound[] => {
  const group = groupIn(fields(message.chat), message);
  if (!group) return [];
  const from = fields(message.from);
  const sender = numberOf(from?.id);
  const to = numberOf(message.migrate_to_chat_id);
  if (to !== undefined) {
    const moved = { ...group, change: { moved: String(to) } };
    return [{ ...at(sender ?? Number(group.chat), nothingSaid, message.date), group: moved }];
  }
  const text = textOf(message.text) ?? textOf(message.caption);
  if (sender === undefined || from?.is_bot === true || !text) return [];
  const replyTo = repliedOf(message, account);
  if (!replyTo && group.thread === undefined && !/^\/[a-z]/i.test(text)) return [];
  const inbound = at(sender, { kind: 'text', text: clean(text) }, message.date);
  return [{ ...inbound, group, ...(replyTo && { replyTo }) }];
};

/** The group under whose message a button was pressed. */
export const pressedGroup = (message: Fields | undefined): GroupPlace | undefined =>
  groupIn(fields(message?.chat), message);

const outside = ['left', 'kicked'];

/** The bot was let into a group or put out of it; a change of its rights there is neither. */
export const membershipIn = (change: Fields, at: At): Inbound[] => {
  const group = groupIn(fields(change.chat));
  const sender = numberOf(fields(change.from)?.id);
  const was = textOf(fields(change.old_chat_member)?.status);
  const is = textOf(fields(change.new_chat_member)?.status);
  if (!group || sender === undefined || !was || !is) return [];
  const [before, now] = [outside.includes(was), outside.includes(is)];
  if (before === now) return [];
  return [{ ...at(sender, nothingSaid, change.date), group: { ...group, change: now ? 'left' : 'joined' } }];
};
