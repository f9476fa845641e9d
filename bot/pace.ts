import { groupOf } from './channels/telegram/place.ts';
import type { Address } from './conversation/inbound.ts';
import type { Clock } from './ports.ts';

/**
 * A bucket of tokens: `rate` a second, `burst` at once. `take` gives the milliseconds to wait before sending; nothing is
 * taken when that is longer than `most`.
 */
export const createBucket = (rate: number, burst: number, clock: Clock) => {
  let tokens = burst;
  let at = clock.now().getTime();
  return {
    take: (most = Number.POSITIVE_INFINITY): number => {
      const now = clock.now().getTime();
      tokens = Math.min(burst, tokens + (Math.max(0, now - at) * rate) / 1000);
      at = now;
      const wait = tokens >= 1 ? 0 : ((1 - tokens) / rate) * 1000;
      if (wait <= most) tokens -= 1;
      return wait;
    },
  };
};

/** What we send unasked is paced; an answer is paced by the person who asks. Messages a second (`channels.md` 2.2). */
export type Pace = { perChat: number; burst: number; bulk: number; all: number; perGroup: number };

export const telegramPace: Pace = { perChat: 1, burst: 3, bulk: 20, all: 30, perGroup: 1 / 3 };

/** A letter that would have to wait longer goes back to the outbox, so that its lease does not run out meanwhile (milliseconds). */
export const longestPace = 10_000;

/** How long one letter must wait, by chat, by the group it goes to with all its topics, and over all; buckets of quiet chats are forgotten. */
export const createPace = ({ perChat, burst, bulk, all, perGroup }: Pace, clock: Clock) => {
  const groups = new Map<string, ReturnType<typeof createBucket>>();
  const chats = new Map<number, ReturnType<typeof createBucket>>();
  const everything = createBucket(all, all, clock);
  const slow = createBucket(bulk, bulk, clock);
  const inGroup = (to: Address | undefined): number => {
    const name = to && groupOf(to);
    if (!name) return 0;
    const bucket = groups.get(name) ?? createBucket(perGroup, burst, clock);
    groups.set(name, bucket);
    if (groups.size > 1_000) groups.delete(groups.keys().next().value ?? name);
    return bucket.take(longestPace);
  };
  return (contact: number, isBulk: boolean, to?: Address): number => {
    const group = inGroup(to);
    if (group > longestPace) return group;
    const chat = chats.get(contact) ?? createBucket(perChat, burst, clock);
    chats.set(contact, chat);
    if (chats.size > 10_000) chats.delete(chats.keys().next().value ?? contact);
    return Math.max(group, chat.take(), everything.take(), isBulk ? slow.take() : 0);
  };
};
