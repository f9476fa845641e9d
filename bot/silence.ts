import type { Address } from './conversation/inbound.ts';
import type { Clock } from './ports.ts';

/** A platform counts its seconds from when it answered, and clocks tick in whole milliseconds. */
const margin = 2;

type Account = Pick<Address, 'channel' | 'account'>;

/**
 * Until when a platform asked us to be silent, as this process knows it at once: letters that it has in its hands already
 * would go out while the pause is still being written down.
 */
export const createSilence = (clock: Clock) => {
  const until = new Map<string, number>();
  const nameOf = ({ channel, account }: Account) => `${channel}|${account}`;
  return {
    begin: (of: Account, seconds: number): void => {
      const end = clock.now().getTime() + seconds * 1000 + margin;
      until.set(nameOf(of), Math.max(until.get(nameOf(of)) ?? 0, end));
    },
    /** The milliseconds that are left of it. */
    left: (of: Account): number => Math.max(0, (until.get(nameOf(of)) ?? 0) - clock.now().getTime()),
  };
};

export type Silence = ReturnType<typeof createSilence>;
