import { groupOf } from './channels/telegram/place.ts';
import type { Address, ChannelName } from './conversation/inbound.ts';
import { type Credit, createCredit } from './credit.ts';
import type { Clock } from './ports.ts';

/** Sums of fractions miss whole tokens by less than this. */
const trifle = 1e-6;

/**
 * A bucket of tokens: `rate` a second, `burst` at once. `take` gives the milliseconds to wait before sending; nothing is
 * taken when that is longer than `most`.
 */
export const createBucket = (rate: number, burst: number, clock: Clock) => {
  let tokens = burst;
  let at = clock.now().getTime();
  const ahead = (leave = 0): number => {
    const now = clock.now().getTime();
    tokens = Math.min(burst, tokens + (Math.max(0, now - at) * rate) / 1000);
    at = now;
    const missing = 1 + leave - tokens;
    return missing < trifle ? 0 : (missing / rate) * 1000;
  };
  return {
    /** The milliseconds that the next would wait; of one that leaves so many tokens to others, until there are more. */
    ahead,
    take: (most = Number.POSITIVE_INFINITY): number => {
      const wait = ahead();
      if (wait <= most) tokens -= 1;
      return wait;
    },
    /** No more than so many are left. */
    drain: (left: number): void => {
      ahead();
      tokens = Math.min(tokens, left);
    },
    /** One went that did not ask; such ones are owed for no longer than a burst. */
    spend: (): void => {
      ahead();
      tokens = Math.max(-burst, tokens - 1);
    },
  };
};

type Bucket = ReturnType<typeof createBucket>;

/**
 * How fast letters go on a channel, in messages a second: to one chat (`burst` at once), unasked ones, all (`allAtOnce` at
 * once), and to one group. `reserve`: so many of all are kept ready for answers, and unasked ones take what answers leave,
 * one after the other (`lane`), `together` at a time: a process that wakes for each of thousands works twice as much.
 * `leaves`: what would have to wait too long for a chat or for all goes back to the outbox,
 * where it is the rule that a person waits; elsewhere it is a matter of a second or two.
 */
export type Pace = {
  perChat: number;
  burst: number;
  bulk: number;
  all: number;
  allAtOnce?: number;
  reserve?: number;
  together?: number;
  perGroup: number;
  leaves?: true;
  /** Instead of `perChat` and `burst`. */
  pair?: Credit;
};

/**
 * What we send unasked is paced; an answer is paced by the person who asks (`channels.md` 2.2), and is counted. About 30 a
 * second may go to all: unasked letters may have every one of them that no answer needs, but leave ten ready. So an answer
 * finds its place at once though thousands wait, and where the platform's clock and ours differ by a third of a second
 * nothing is refused: those ten are missing in our burst, not in the platform's.
 */
export const telegramPace: Pace = {
  perChat: 1,
  burst: 3,
  bulk: 30,
  all: 30,
  reserve: 10,
  together: 8,
  perGroup: 1 / 3,
};

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

/** How fast letters of one channel may go. */
export type Pacing = {
  /**
   * How long one letter must wait, by chat, by the group it goes to with all its topics, and over all: an unasked one,
   * where there is a `reserve`, over all only in its lane.
   */
  (contact: number, isBulk: boolean, to?: Address): number;
  /** How long the unasked letter whose turn it is must wait for what answers leave; its place is taken when that is nothing. */
  lane: (to: Address) => number;
  /** The platform's silence is over: no more goes at once than at any other time, however much gathered meanwhile. */
  calm: (to: Address) => void;
  /** Whether unasked letters go at this time: then the platform may refuse an answer, and somebody must be there to hear of it. */
  crowded: (to: Pick<Address, 'channel'>) => boolean;
  /** An answer went out by itself. */
  said: (to: Pick<Address, 'channel'>) => void;
};

/** Unasked letters go as long as the last went no longer ago (milliseconds). */
const crowdedFor = 1_000;

/** The pace of one channel; buckets of quiet chats are forgotten. */
export const createPace = (
  { perChat, burst, bulk, all, allAtOnce = all, reserve, together = 1, perGroup, leaves, pair }: Pace,
  clock: Clock,
): Pacing => {
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
  const laned = reserve !== undefined;
  const pace = (contact: number, isBulk: boolean, to?: Address): number => {
    const group = inGroup(to);
    if (group > longestPace) return group;
    const made = () => (pair ? createCredit(pair, clock) : createBucket(perChat, burst, clock));
    const chat = chats.get(contact) ?? made();
    chats.set(contact, chat);
    if (chats.size > 10_000) chats.delete(chats.keys().next().value ?? contact);
    const due = [chat, ...(isBulk && laned ? [] : [everything]), ...(isBulk && !laned ? [slow] : [])];
    const wait = leaves ? Math.max(...due.map((bucket) => bucket.ahead())) : 0;
    if (wait > longestPace) return wait;
    return Math.max(group, ...due.map((bucket) => bucket.take()));
  };
  let unaskedAt = Number.NEGATIVE_INFINITY;
  let more = 0;
  const untilLaneOpens = (kept: number): number => {
    if (more > 0 && everything.ahead(kept) === 0) return slow.ahead();
    const wait = Math.max(everything.ahead(kept + together - 1), slow.ahead());
    more = wait > 0 ? 0 : together;
    return wait;
  };
  const lane = (): number => {
    const wait = reserve === undefined ? 0 : untilLaneOpens(reserve);
    if (wait > 0) return wait;
    unaskedAt = clock.now().getTime();
    more -= 1;
    if (laned) everything.take();
    if (laned) slow.take();
    return 0;
  };
  const crowded = () => clock.now().getTime() - unaskedAt < crowdedFor;
  const calm = () => everything.drain((reserve ?? 0) + together);
  return Object.assign(pace, { lane, calm, crowded, said: everything.spend });
};

/** The same for letters of every channel, each by its own pace. */
export const createPaces = (of: { readonly [channel in ChannelName]: Pace }, clock: Clock): Pacing => {
  const made = new Map<ChannelName, Pacing>();
  const paceOf = (channel: ChannelName): Pacing => {
    const known = made.get(channel) ?? createPace(of[channel], clock);
    made.set(channel, known);
    return known;
  };
  const pace = (contact: number, isBulk: boolean, to?: Address): number =>
    paceOf(to?.channel ?? 'telegram')(contact, isBulk, to);
  return Object.assign(pace, {
    lane: (to: Address) => paceOf(to.channel).lane(to),
    calm: (to: Address) => paceOf(to.channel).calm(to),
    crowded: (to: Pick<Address, 'channel'>) => paceOf(to.channel).crowded(to),
    said: (to: Pick<Address, 'channel'>) => paceOf(to.channel).said(to),
  });
};
