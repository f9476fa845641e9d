import type { Clock } from './ports.ts';

/** One message in `every` seconds; or up to `burst` within `within` seconds, paid back by as long a silence as they would have taken. */
export type Credit = { every: number; burst: number; within: number };

/** How WhatsApp counts messages to one person (`channels.md` 3.2): unlike a bucket it gives nothing back while a burst is not paid. */
export const createCredit = ({ every, burst, within }: Credit, clock: Clock) => {
  let paidAt = Number.NEGATIVE_INFINITY;
  let since = 0;
  let count = 0;
  /** The milliseconds that the next must wait. */
  const ahead = (): number => {
    const now = clock.now().getTime();
    const inBurst = count < burst && now >= since && now - since < within * 1000;
    return inBurst ? 0 : Math.max(0, paidAt - now);
  };
  return {
    ahead,
    take: (): number => {
      const wait = ahead();
      const at = clock.now().getTime() + wait;
      const rested = at >= paidAt;
      since = rested ? at : since;
      count = rested ? 1 : count + 1;
      paidAt = Math.max(at, paidAt) + every * 1000;
      return wait;
    },
  };
};
