import type { DeviceCount, HealthBook } from '../../../db/linked-device-health.ts';

/** What a device hears, counted beside its work: `settled` waits until it is written. */
export type Tally = { one: (what: DeviceCount) => void; settled: () => Promise<void> };

/**
 * Counts without keeping anybody waiting: what comes while a sum is being written goes with the next one. A sum that could
 * not be written is tried again with the next that comes.
 */
export const createTally = (book: Pick<HealthBook, 'count'>): Tally => {
  const owed = new Map<DeviceCount, number>();
  let writing: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    for (const [what, more] of owed) {
      owed.delete(what);
      try {
        await book.count(what, more);
      } catch {
        owed.set(what, (owed.get(what) ?? 0) + more);
        return;
      }
    }
  };

  const begin = (): void => {
    writing ??= write().finally(() => {
      writing = undefined;
    });
  };

  return {
    one: (what) => {
      owed.set(what, (owed.get(what) ?? 0) + 1);
      begin();
    },
    settled: async () => {
      await writing;
      if (owed.size === 0) return;
      begin();
      await writing;
    },
  };
};
