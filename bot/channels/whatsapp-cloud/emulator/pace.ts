import { Refusal } from './refusal.ts';

/**
 * How fast a number may write: to one person once in `everyS`, or up to `burst` within `burstS` that are paid back by
 * waiting; to all together `perSecond`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform (pair rate limits),
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
export type PairLimit = { everyS: number; burst: number; burstS: number; perSecond: number };

export const realPairLimit: PairLimit = { everyS: 6, burst: 45, burstS: 6, perSecond: 80 };

/** What one pair has used: until when it has borrowed, and the burst under way. */
export type Borrowed = { paidUntil: number; since: number; count: number };

export const nothingBorrowed = (): Borrowed => ({ paidUntil: 0, since: 0, count: 0 });

/** Refuses what comes faster than the limit; `scale` shortens the seconds for tests. A clock that is set back begins anew. */
export function createPace(limit: PairLimit | undefined, scale: number) {
  let tokens = limit?.perSecond ?? 0;
  let at = 0;

  function spendThroughput(now: number, { perSecond }: PairLimit): void {
    const passed = Math.max(0, now - at) / (1000 * scale);
    tokens = at === 0 ? perSecond : Math.min(perSecond, tokens + passed * perSecond);
    at = now;
    if (tokens < 1) throw new Refusal(130429, 'Cloud API message throughput has been reached.');
    tokens -= 1;
  }

  return function spend(pair: Borrowed, now: number): void {
    if (!limit) return;
    const every = limit.everyS * 1000 * scale;
    const wentBack = now < pair.since;
    const rested = wentBack || now >= pair.paidUntil;
    const inBurst = now - pair.since <= limit.burstS * 1000 * scale && pair.count < limit.burst;
    if (!rested && !inBurst)
      throw new Refusal(
        131056,
        'Too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
      );
    spendThroughput(now, limit);
    pair.since = rested ? now : pair.since;
    pair.count = rested ? 1 : pair.count + 1;
    pair.paidUntil = (wentBack ? now : Math.max(now, pair.paidUntil)) + every;
  };
}
