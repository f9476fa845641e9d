import type { Clock } from '../../emulator/clock.ts';
import type { Get } from '../../emulator/get.ts';
import type { Post } from '../../emulator/post.ts';
import type { PairLimit } from './pace.ts';
import type { StatusHabit } from './statuses.ts';
import type { CallRecord } from './world.ts';

export type NumberSetting = {
  phoneNumberId: string;
  displayNumber: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  wabaId?: string;
};

export type GraphOptions = {
  /** The numbers that exist; the first is meant wherever none is named. */
  numbers: readonly [NumberSetting, ...NumberSetting[]];
  clock?: Clock;
  /** Seed of everything random: ids, orders, shares of faults. */
  seed?: number;
  /** Length of a WhatsApp second in real seconds, for the window, limits, links, statuses and retries. */
  timeScale?: number;
  /** Refuse what is too fast, with the real limits or given ones; off by default. */
  pairLimit?: true | Partial<PairLimit>;
  /** Where writing outside the window is refused: in a later status, as Meta does, or at the call. */
  windowAt?: 'status' | 'call';
  /** Where a call may name a user id: `recipient`, as Meta's page says, or also `to`. */
  userIdIn?: 'recipient' | 'both';
  /** How news of messages comes; `false` is none but failures. */
  statuses?: Partial<StatusHabit> | false;
  post?: Post;
  /** Asks the webhook its question; over the network by default. */
  get?: Get;
  callsKept?: number;
  messagesPerChat?: number;
  fileBytes?: number;
  onCall?: (call: CallRecord) => void;
};
