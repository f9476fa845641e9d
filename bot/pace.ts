import type { Clock } from './ports.ts';

/** A bucket of tokens: `rate` a second, `burst` at once. `take` gives the milliseconds to wait before sending. */
export const createBucket = (rate: number, burst: number, clock: Clock) => {
  let tokens = burst;
  let at = clock.now().getTime();
  return {
    take: (): number => {
      const now = clock.now().getTime();
      tokens = Math.min(burst, tokens + (Math.max(0, now - at) * rate) / 1000);
      at = now;
      tokens -= 1;
      return tokens >= 0 ? 0 : (-tokens / rate) * 1000;
    },
  };
};

/** What we send unasked is paced; an answer is paced by the person who asks. Messages a second (`channels.md` 2.2). */
export type Pace = { perChat: number; burst: number; bulk: number; all: number };

export const telegramPace: Pace = { perChat: 1, burst: 3, bulk: 20, all: 30 };

/** How long one letter must wait, by chat and over all; buckets of quiet chats are forgotten. */
export const createPace = ({ perChat, burst, bulk, all }: Pace, clock: Clock) => {
  const chats = new Map<number, ReturnType<typeof createBucket>>();
  const everything = createBucket(all, all, clock);
  const slow = createBucket(bulk, bulk, clock);
  return (contact: number, isBulk: boolean): number => {
    const chat = chats.get(contact) ?? createBucket(perChat, burst, clock);
    chats.set(contact, chat);
    if (chats.size > 10_000) chats.delete(chats.keys().next().value ?? contact);
    return Math.max(chat.take(), everything.take(), isBulk ? slow.take() : 0);
  };
};
