import type { Clock } from '../../emulator/clock.ts';
import type { Post } from '../../emulator/post.ts';
import type { CallRecord } from './account.ts';
import type { Limits } from './limits.ts';

/** `privacy`: privacy mode, which is on unless BotFather was told otherwise. */
export type BotSetting = { token: string; username?: string; firstName?: string; privacy?: boolean };

export type EmulatorOptions = {
  /** The bots that exist; the first is meant wherever none is named. */
  bots: readonly [BotSetting, ...BotSetting[]];
  clock?: Clock;
  /** Seed of everything random: first ids, caps of delays, shares of faults. */
  seed?: number;
  /** Length of a Telegram second in real seconds, for retries, lives and long polling. */
  timeScale?: number;
  /** Refuse what is too fast, with the real limits or given ones; off by default. */
  limits?: true | Limits;
  post?: Post;
  requireHttps?: boolean;
  /** Accept links to `localhost` under buttons, which Telegram refuses: for a demo without a public address. */
  localLinks?: boolean;
  callsKept?: number;
  messagesPerChat?: number;
  fileBytes?: number;
  onCall?: (call: CallRecord) => void;
};
