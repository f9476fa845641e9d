import { stableAfter, waitBefore } from './remedy-for-close.ts';

/** So many failures one after the other, and the device tries only now and then: whoever knocks all day is blocked. */
const breakerAfter = 8;
const breakerWait = 1_800_000;

/** 500 stands for a spoilt session and for everything the client does not know: once is nothing, so many in this time are. */
const badSession = 500;
const badMost = 3;
const badWithin = 600_000;

/** Restarts that WhatsApp wants follow a pairing, one after a connection; more in a row are a fault. */
const restartsMost = 3;

/** What a failure brings: how long to wait (milliseconds), whether it is the breaker's wait, and what a person should hear of now. */
export type Failed = { wait: number; failures: number; isBroken: boolean; alarm?: 'breaker' | 'bad-session' };

/** Failures of a device's connection, counted until one has lasted for ten minutes. `dice` gives 0 to 1. */
export const createTrouble = ({ now, dice }: { now: () => Date; dice: () => number }) => {
  let failures = 0;
  let restarts = 0;
  let openedAt: number | undefined;
  let bad: number[] = [];

  const isBadSession = (at: number): boolean => {
    bad = [...bad.filter((before) => at - before < badWithin), at];
    if (bad.length < badMost) return false;
    bad = [];
    return true;
  };

  const closed = (at: number): void => {
    if (openedAt !== undefined && at - openedAt > stableAfter) failures = 0;
    openedAt = undefined;
  };

  return {
    /** How many in a row. */
    failures: (): number => failures,
    opened: (): void => {
      openedAt = now().getTime();
      restarts = 0;
    },
    /** Whether a restart that WhatsApp wants is followed at once. */
    mayRestart: (): boolean => {
      closed(now().getTime());
      restarts += 1;
      return restarts <= restartsMost;
    },
    failed: (code: number | undefined): Failed => {
      const at = now().getTime();
      closed(at);
      const wait = waitBefore(failures, dice());
      failures += 1;
      const spoilt = code === badSession && isBadSession(at);
      const isBroken = failures >= breakerAfter;
      const alarm = failures === breakerAfter ? 'breaker' : spoilt ? 'bad-session' : undefined;
      return {
        wait: isBroken ? breakerWait * (1 + dice() / 4) : wait,
        failures,
        isBroken,
        ...(alarm && { alarm }),
      };
    },
  };
};

export type Trouble = ReturnType<typeof createTrouble>;
