import type { Shown } from './shown.ts';
import type { ReplyKeyboard, WireChat, WireMessage, WireUser } from './wire.ts';

/** One message as it stands in a chat now, with what only the emulator knows about it. */
/** `fixed`: sent with a keyboard that is not inline, which Telegram never lets a bot edit. */
export type Kept = {
  message: WireMessage;
  fixed: boolean;
  by: 'bot' | 'person';
  edited: boolean;
  deleted: boolean;
  reactions: readonly string[];
};

export type ChatEvent =
  | { kind: 'message' | 'edit'; message: Shown }
  | { kind: 'delete'; id: number }
  | { kind: 'answer'; text: string; alert: boolean; url?: string }
  | { kind: 'action'; action: string }
  | { kind: 'reaction'; id: number; emoji: readonly string[] };

/** A private chat or a group of one bot. */
export type Chat = {
  wire: WireChat;
  messages: Map<number, Kept>;
  messagesMax: number;
  members: Map<number, WireUser>;
  topics: Map<number, { name: string; closed: boolean }>;
  /** What the bot is in a group; an administrator with the right to topics and to deleting messages. */
  role: 'administrator' | 'member';
  /** The supergroup that a basic group became. */
  movedTo: number | undefined;
  /** Private: the person has written at least once. Groups: the bot is a member. */
  open: boolean;
  blocked: boolean;
  keyboard: ReplyKeyboard | undefined;
  lastAnswer: { text: string; alert: boolean; url?: string } | undefined;
  actionUntil: number;
  action: string | undefined;
  listeners: Set<(event: ChatEvent) => void>;
  /** What the bot said and nobody has read through `next()` yet. */
  unread: Kept[];
  readers: { take: (kept: Kept) => void }[];
  pace: { tokens: number; at: number };
};

const unreadMax = 200;

export function newChat(wire: WireChat, messagesMax: number): Chat {
  return {
    wire,
    messages: new Map(),
    messagesMax,
    members: new Map(),
    topics: new Map(),
    role: 'member',
    movedTo: undefined,
    open: wire.type !== 'private',
    blocked: false,
    keyboard: undefined,
    lastAnswer: undefined,
    actionUntil: 0,
    action: undefined,
    listeners: new Set(),
    unread: [],
    readers: [],
    pace: { tokens: 0, at: 0 },
  };
}

export function keep(chat: Chat, message: WireMessage, by: 'bot' | 'person'): Kept {
  const kept = { message, fixed: false, by, edited: false, deleted: false, reactions: [] };
  chat.messages.set(message.message_id, kept);
  if (chat.messages.size > chat.messagesMax) {
    const oldest = chat.messages.keys().next().value;
    if (oldest !== undefined) chat.messages.delete(oldest);
  }
  return kept;
}

/** Hands what the bot said to whoever waits for it, or keeps it until somebody asks. */
export function offerToReader(chat: Chat, kept: Kept): void {
  const asSaid = { ...kept };
  const reader = chat.readers.shift();
  if (reader) {
    reader.take(asSaid);
    return;
  }
  chat.unread.push(asSaid);
  if (chat.unread.length > unreadMax) chat.unread.shift();
}

export function tell(chat: Chat, event: () => ChatEvent): void {
  if (chat.listeners.size === 0) return;
  const said = event();
  for (const listener of chat.listeners) listener(said);
}
