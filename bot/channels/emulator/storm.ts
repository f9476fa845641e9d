import type { Posted } from './post.ts';

/** Which share of the updates arrives `copies` times more, and whether all at the same moment. */
export type Storm = { repeatShare: number; copies: number; parallel: boolean };

/** Repeats deliveries the way a platform does after a lost 200; what the copies answer matters to nobody. */
export function createStorm(dice: () => number, stats: { repeated: number }) {
  let storm: Storm | undefined;

  async function repeatedly(deliver: () => Promise<Posted>, { copies, parallel }: Storm): Promise<Posted> {
    stats.repeated += copies;
    const again = () => Promise.allSettled(Array.from({ length: copies }, deliver));
    const first = deliver();
    const ended = first.catch(() => undefined);
    if (!parallel) await ended;
    await again();
    return first;
  }

  return {
    set(wanted: Storm | undefined): void {
      storm = wanted;
    },
    around: (deliver: () => Promise<Posted>): Promise<Posted> =>
      storm && dice() < storm.repeatShare ? repeatedly(deliver, storm) : deliver(),
  };
}
