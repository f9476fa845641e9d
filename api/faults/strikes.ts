import type { Town } from './town.ts';

/** How long after the event a blow falls at most: about as long as one update takes (milliseconds). */
const withinUpdate = 12;

/**
 * Moments to strike, so many, reckoned in what happens in town and not in time: from one to the next a random number of
 * events, `events` on average, and then anywhere within the handling of an update. Each is given when the one before
 * was dealt with.
 */
export async function* strikesOf(
  { watch, dice }: Pick<Town, 'watch' | 'dice'>,
  { kills, events }: { kills: number; events: number },
): AsyncGenerator<number> {
  let left = Number.POSITIVE_INFINITY;
  let strike: () => void = () => {};
  watch(() => {
    left -= 1;
    if (left === 0) setTimeout(() => strike(), dice() * withinUpdate);
  });
  for (let nth = 1; nth <= kills; nth++) {
    await new Promise<void>((resolve) => {
      strike = resolve;
      left = 1 + Math.floor(dice() * 2 * (events - 1));
    });
    yield nth;
  }
}
