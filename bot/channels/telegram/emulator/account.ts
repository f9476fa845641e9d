import type { Ring } from '../../emulator/ring.ts';
import type { Chat } from './chat.ts';
import type { WireUpdate, WireUser } from './wire.ts';

/** An update that the bot has not taken yet. `queue` says which others must wait for it. */
export type Pending = {
  update: WireUpdate;
  kind: string;
  queue: string;
  dropAt: number;
  tries: number;
  body?: string;
};

type Webhook = {
  url: string;
  secret: string;
  maxConnections: number;
  ip: string | undefined;
};

export type Press = { chat: Chat; answeredUntil: number; answered: boolean };

export type CallRecord = {
  method: string;
  chat: string | undefined;
  params: Record<string, unknown>;
  at: number;
  ok: boolean;
  result: unknown;
  from: 'call' | 'webhook-response';
};

/** One bot as Telegram keeps it: its name, its chats, what waits for it and what it has asked for. */
export type Account = {
  token: string;
  user: WireUser;
  /** Privacy mode: in groups, what is not meant for the bot does not reach it. */
  privacy: boolean;
  chats: Map<number, Chat>;
  /** People known from groups, whom the bot may not write to first. */
  met: Set<number>;
  nextMessage: number;
  nextUpdate: number;
  pending: Map<number, Pending>;
  presses: Map<string, Press>;
  webhook: Webhook | undefined;
  allowed: readonly string[] | undefined;
  lastError: { at: number; message: string } | undefined;
  calls: Ring<CallRecord>;
  /** Commands, descriptions and menu buttons by what they apply to. */
  settings: Map<string, unknown>;
};

/** Telegram's default when a bot names no kinds: everything but these. */
const notByDefault = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export const wants = (allowed: readonly string[] | undefined, kind: string): boolean =>
  allowed === undefined || allowed.length === 0 ? !notByDefault.has(kind) : allowed.includes(kind);
