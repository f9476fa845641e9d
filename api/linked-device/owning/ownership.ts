import { randomUUID } from 'node:crypto';
import type { Database } from '../../../db/database.ts';
import {
  createDeviceLease,
  type DeviceLease,
  heartbeatSeconds,
  leaseSeconds,
} from '../../../db/linked-device-lease.ts';

/** How long an owner is believed without a word, how often it speaks, and how often others ask (milliseconds). */
export type LeaseTimes = { lease: number; heartbeat: number; standby: number };

export const leaseTimes: LeaseTimes = {
  lease: leaseSeconds * 1000,
  heartbeat: heartbeatSeconds * 1000,
  standby: heartbeatSeconds * 1000,
};

/** The device in the hand of this process. */
export type Hold = {
  /** Everything that is written stands under it. */
  fence: number;
  /** Aborted in the moment in which the device is ours no more. */
  lost: AbortSignal;
  /** Asks the database; where it does not answer, what was last known counts. */
  isOurs: () => Promise<boolean>;
  /** The next one need not wait. */
  release: () => Promise<void>;
};

/** Somebody else may own the device after the lease: ours ends a little before, so that the goodbye still falls within it. */
const share = 0.9;

/** One process's way of asking for a device. */
export const leaseOf = (
  database: Pick<Database, 'sql'>,
  account: string,
  { lease }: LeaseTimes = leaseTimes,
): DeviceLease => createDeviceLease(database, account, randomUUID(), lease / 1000);

/**
 * Takes the device unless somebody else holds it, and holds it by a word to the database in time. A word that is refused, and
 * a database that is away for as long as the lease by this process's own clock, which knows nothing of set clocks, is the end.
 */
export const holdDevice = async (
  lease: DeviceLease,
  { lease: lasts, heartbeat }: LeaseTimes = leaseTimes,
): Promise<Hold | undefined> => {
  const lost = new AbortController();
  let over = false;
  let death: NodeJS.Timeout | undefined;
  let next: NodeJS.Timeout | undefined;

  const end = () => {
    over = true;
    clearTimeout(death);
    clearTimeout(next);
  };
  const lose = () => {
    if (over) return;
    end();
    lost.abort();
  };
  const believedSince = (asked: number) => {
    clearTimeout(death);
    const left = asked + lasts * share - performance.now();
    if (left > 0) death = setTimeout(lose, left);
    else lose();
  };

  const first = performance.now();
  const fence = await lease.take();
  if (fence === undefined) return undefined;

  const isOurs = async (): Promise<boolean> => {
    const asked = performance.now();
    const renewed = over ? false : await lease.renew(fence).catch(() => undefined);
    if (over) return false;
    if (renewed) believedSince(asked);
    else if (renewed === false) lose();
    return !over;
  };
  const speak = async () => {
    if (await isOurs()) next = setTimeout(speak, heartbeat);
  };

  believedSince(first);
  next = setTimeout(speak, heartbeat);
  return {
    fence,
    lost: lost.signal,
    isOurs,
    release: async () => {
      end();
      await lease.release(fence).catch(() => {});
    },
  };
};
