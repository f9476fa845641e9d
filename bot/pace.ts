import { groupOf } from './channels/telegram/place.ts';
import type { Address, ChannelName } from './conversation/inbound.ts';
import { type Credit, createCredit } from './credit.ts';
import type { Clock } from './ports.ts';

/**
 * A bucket of tokens: `rate` a second, `burst` at once. `take` gives the milliseconds to wait before sending; nothing is
 * taken when that is longer than `most`.
 */
export const createBucket = (rate: number, burst: number, clock: Clock) => {
  let tokens = burst;
  let at = clock.now().getTime();
  const ahead = (): number => {
    const now = clock.now().getTime();
    tokens = Math.min(burst, tokens + (Math.max(0, now - at) * rate) / 1000);
    at = now;
    return tokens >= 1 ? 0 : ((1 - tokens) / rate) * 1000;
  };
  return {
    /** The milliseconds that the next would wait. */
    ahead,
    take: (most = Number.POSITIVE_INFINITY): number => {
      const wait = ahead();
      if (wait <= most) tokens -= 1;
      return wait;
    },
  };
};

type Bucket = ReturnType<typeof createBucket>;

/**
 * How fast letters go on a channel, in messages a second: to one chat (`burst` at once), unasked ones, all (`allAtOnce` at
 * once), and to one group. `leaves`: what would have to wait too long for a chat or for all goes back to the outbox, where
 * it is the rule that a person waits; elsewhere it is a matter of a second or two.
 */
export type Pace = {
  perChat: number;
  burst: number;
  bulk: number;
  all: number;
  allAtOnce?: number;
  perGroup: number;
  leaves?: true;
  /** Instead of `perChat` and `burst`. */
  pair?: Credit;
};

/** What we send unasked is paced; an answer is paced by the person who asks (`channels.md` 2.2). */
export const telegramPace: Pace = { perChat: 1, burst: 3, bulk: 20, all: 30, perGroup: 1 / 3 };

/**
 * Each channel's own. On the Cloud API one message in six seconds to one person, of which a few may be borrowed, and 80 a
 * second to all (`channels.md` 3.2), a little slower than that, for Meta's clock counts; a linked device does as a busy hand
 * would (4.1, our own caps).
 */
export const paces: { readonly [channel in ChannelName]: Pace } = {
  telegram: telegramPace,
  terminal: telegramPace,
  'whatsapp-cloud': {
    perChat: 1 / 6,
    burst: 6,
    bulk: 20,
    all: 70,
    perGroup: 1 / 6,
    leaves: true,
    pair: { every: 6.2, burst: 6, within: 4 },
  },
  'whatsapp-linked': {
    perChat: 1 / 3,
    burst: 2,
    bulk: 1 / 6,
    all: 1 / 3,
    allAtOnce: 5,
    perGroup: 1 / 3,
    leaves: true,
  },
};

/** A letter that would have to wait longer goes back to the outbox, so that its lease does not run out meanwhile (milliseconds). */
export const longestPace = 10_000;

/** How long one letter must wait, by chat, by the group it goes to with all its topics, and over all; buckets of quiet chats are forgotten. */
export const createPace = (
  { perChat, burst, bulk, all, allAtOnce = all, perGroup, leaves, pair }: Pace,
  clock: Clock,
) => {
  const groups = new Map<string, Bucket>();
  const chats = new Map<number, Pick<Bucket, 'ahead'> & { take: () => number }>();
  const everything = createBucket(all, allAtOnce, clock);
  const slow = createBucket(bulk, Math.max(1, bulk), clock);
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
    const made = () => (pair ? createCredit(pair, clock) : createBucket(perChat, burst, clock));
    const chat = chats.get(contact) ?? made();
    chats.set(contact, chat);
    if (chats.size > 10_000) chats.delete(chats.keys().next().value ?? contact);
    const due = [chat, everything, ...(isBulk ? [slow] : [])];
    const wait = leaves ? Math.max(...due.map((bucket) => bucket.ahead())) : 0;
    if (wait > longestPace) return wait;
    return Math.max(group, ...due.map((bucket) => bucket.take()));
  };
};

/** The same for letters of every channel, each by its own pace. */
export const createPaces = (of: { readonly [channel in ChannelName]: Pace }, clock: Clock) => {
  const made = new Map<ChannelName, ReturnType<typeof createPace>>();
  return (contact: number, isBulk: boolean, to?: Address): number => {
    const channel = to?.channel ?? 'telegram';
    const pace = made.get(channel) ?? createPace(of[channel], clock);
    made.set(channel, pace);
    return pace(contact, isBulk, to);
  };
};
