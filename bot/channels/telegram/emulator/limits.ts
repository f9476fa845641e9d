import type { Chat } from './chat.ts';
import { tooMany } from './outcome.ts';

/** How fast a bot may speak. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export type Limits = { chatPerSecond: number; chatBurst: number; groupPerMinute: number; perSecond: number };

export const realLimits: Limits = { chatPerSecond: 1, chatBurst: 5, groupPerMinute: 20, perSecond: 30 };

type Bucket = { tokens: number; at: number };

/** Refuses with 429 what comes faster than the limits; `scale` shortens the seconds for tests. */
export function createPace(limits: Limits | undefined, scale: number) {
  const overall: Bucket = { tokens: limits?.perSecond ?? 0, at: 0 };
  return function spend(chat: Chat, now: number): void {
    if (!limits) return;
    const isGroup = chat.wire.type !== 'private';
    const rate = isGroup ? limits.groupPerMinute / 60 : limits.chatPerSecond;
    refill(chat.pace, rate / scale, isGroup ? limits.groupPerMinute : limits.chatBurst, now);
    refill(overall, limits.perSecond / scale, limits.perSecond, now);
    const wait = Math.max((1 - chat.pace.tokens) / rate, (1 - overall.tokens) / limits.perSecond);
    if (wait > 0) throw tooMany(Math.ceil(wait));
    chat.pace.tokens -= 1;
    overall.tokens -= 1;
  };
}

function refill(bucket: Bucket, perSecond: number, most: number, now: number): void {
  bucket.tokens =
    bucket.at === 0 ? most : Math.min(most, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
  bucket.at = now;
}
