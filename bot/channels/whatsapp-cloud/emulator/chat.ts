import { type Borrowed, nothingBorrowed } from './pace.ts';
import type { MessageStatus, Shown } from './shown.ts';

/** A person with a number, a user id of this business, or both; at least one. `username` is shown beside the name. */
export type Person = { name: string; waId?: string; userId?: string; username?: string };

export type ChatEvent =
  | { kind: 'message' | 'edit'; message: Shown }
  | { kind: 'delete'; id: string }
  | { kind: 'status'; id: string; status: MessageStatus }
  | { kind: 'reaction'; id: string; emoji: string }
  | { kind: 'typing' };

/** What one person and one number of the business said to each other. */
export type Chat = {
  person: Person;
  messages: Map<string, Shown>;
  messagesMax: number;
  /** Until when the business may write freely. */
  openUntil: number;
  /** Blocked by the person: what is sent never arrives, and nobody is told. */
  blocked: boolean;
  /** No longer on WhatsApp. */
  gone: boolean;
  typingUntil: number;
  pair: Borrowed;
  listeners: Set<(event: ChatEvent) => void>;
  /** What the bot said and nobody has read through `next()` yet. */
  unread: Shown[];
  readers: { take: (message: Shown) => void }[];
};

const unreadMax = 200;

export const newChat = (person: Person, messagesMax: number): Chat => ({
  person: { ...person },
  messages: new Map(),
  messagesMax,
  openUntil: 0,
  blocked: false,
  gone: false,
  typingUntil: 0,
  pair: nothingBorrowed(),
  listeners: new Set(),
  unread: [],
  readers: [],
});

/** As if the person had never written; who holds the chat goes on holding it. */
export function clearChat(chat: Chat): void {
  const { person, messagesMax, listeners, readers } = chat;
  Object.assign(chat, { ...newChat(person, messagesMax), listeners, readers });
}

export function keep(chat: Chat, message: Shown): void {
  chat.messages.set(message.id, message);
  if (chat.messages.size > chat.messagesMax) {
    const oldest = chat.messages.keys().next().value;
    if (oldest !== undefined) chat.messages.delete(oldest);
  }
  tell(chat, { kind: 'message', message: { ...message } });
}

export function tell(chat: Chat, event: ChatEvent): void {
  for (const listener of chat.listeners) listener(event);
}

/** Hands what the bot said to whoever waits for it, or keeps it until somebody asks. */
export function offerToReader(chat: Chat, message: Shown): void {
  const asSaid = { ...message };
  const reader = chat.readers.shift();
  if (reader) {
    reader.take(asSaid);
    return;
  }
  chat.unread.push(asSaid);
  if (chat.unread.length > unreadMax) chat.unread.shift();
}
