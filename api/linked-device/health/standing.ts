import { account } from '../../../bot/channels/whatsapp-linked/index.ts';
import { createHealthBook, type DeviceHealth } from '../../../db/linked-device-health.ts';
import type { Pools } from '../../../db/pools.ts';

/** How the linked device stands, for `/health/ready`: figures, times and codes, never a number. */
export type DeviceStanding = Pick<
  DeviceHealth,
  'state' | 'failures' | 'why' | 'pausedUntil' | 'pausedWhy' | 'owned' | 'undecided'
> & { since: string | null };

/** A look at it serves everybody who asks within this time (milliseconds). */
const freshFor = 3_000;

const unlinked: DeviceStanding = {
  state: 'unlinked',
  since: null,
  why: null,
  failures: 0,
  pausedUntil: null,
  pausedWhy: null,
  owned: false,
  undecided: 0,
};

/** Looks how the device stands, at most once in three seconds however often somebody asks. `clock` counts milliseconds. */
export const createStanding = (
  database: Pick<Pools, 'sql'>,
  zone: string,
  clock: () => number = () => performance.now(),
): (() => Promise<DeviceStanding>) => {
  const book = createHealthBook(database, account, zone);
  const look = async (): Promise<DeviceStanding> => {
    const health = await book.read();
    if (!health) return unlinked;
    const { state, since, why, failures, pausedUntil, pausedWhy, owned, undecided } = health;
    return { state, since, why, failures, pausedUntil, pausedWhy, owned, undecided };
  };
  let kept: { at: number; standing: Promise<DeviceStanding> } | undefined;
  return () => {
    if (kept && clock() - kept.at < freshFor) return kept.standing;
    const standing = look();
    const own = { at: clock(), standing };
    kept = own;
    standing.catch(() => {
      if (kept === own) kept = undefined;
    });
    return standing;
  };
};
