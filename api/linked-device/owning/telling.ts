import type { DeviceState, HealthBook } from '../../../db/linked-device-health.ts';

/** Says how the device is doing, in order. A book that cannot be written to stops nothing; only that a person must act is said again. */
export const createTelling = (book: HealthBook) => {
  let last: Promise<void> = Promise.resolve();
  let owed: string | undefined;

  const inTurn = (say: () => Promise<unknown>): Promise<void> => {
    last = last.then(say).then(
      () => {},
      () => {},
    );
    return last;
  };
  const stop = async (why: string) => {
    owed = why;
    await book.tell('stopped', why);
    owed = undefined;
  };

  return {
    tell: (state: Exclude<DeviceState, 'stopped'>, why?: string, failures?: number): void => {
      void inTurn(() => book.tell(state, why, failures));
    },
    stopped: (why: string): Promise<void> => inTurn(() => stop(why)),
    reconnecting: (): void => void inTurn(() => book.count('reconnects')),
    /** Whether a person must act before anybody tries again. Throws where the book cannot be read. */
    isStopped: async (): Promise<boolean> => {
      await last;
      const health = await book.read();
      if (owed !== undefined && !health?.owned) {
        await stop(owed);
        return true;
      }
      owed = undefined;
      return health?.state === 'stopped';
    },
    settled: (): Promise<void> => last,
  };
};

export type Telling = ReturnType<typeof createTelling>;
