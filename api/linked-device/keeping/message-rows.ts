import { setTimeout as sleep } from 'node:timers/promises';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import type { KeptRow } from './keeping.ts';

/** A message that was begun again and again and never decided, as when each try ends the process. */
export class BegunTooOften extends Error {}

/** What happens to messages: `take` handles one and throws when it could not; `failed` counts that, and tells whether the message was set aside for a person to look at. */
export type Taking = {
  take: (inbound: Inbound) => Promise<unknown>;
  failed: (inbound: Inbound, error: unknown, payload: unknown) => Promise<boolean>;
  /** A message that could neither be handled nor set aside, and is kept nowhere. */
  lost: (inbound: Inbound) => void;
};

/** Milliseconds between tries, doubled up to the longest. */
const firstWait = 250;
const longestWait = 15_000;

/** About an hour of trying: longer than a database is usually away. */
const triesMost = 250;

/** Messages under way, each person's in order. */
export type MessageRows = {
  /** `row`: where it is kept until it has been decided. */
  add: (inbound: Inbound, payload: unknown, row?: KeptRow) => void;
  /** Waits for what is under way; what still waits for another try is left where it is kept. */
  end: () => Promise<void>;
};

/**
 * Takes messages one after another for each person, different people at the same time. WhatsApp has already ticked them
 * off and never sends them again, so one that fails is tried until it is taken or set aside. What is kept is never lost by that:
 * the next connection, or the next process, gives it again.
 */
export const createMessageRows = ({ take, failed, lost }: Taking): MessageRows => {
  const rows = new Map<string, Promise<void>>();
  const ending = new AbortController();

  const tryOnce = async (inbound: Inbound, payload: unknown, row?: KeptRow): Promise<boolean> => {
    try {
      if (row?.isLast) throw new BegunTooOften();
      await take(inbound);
      return true;
    } catch (error) {
      return failed(inbound, error, payload).catch(() => false);
    }
  };

  const until = async (inbound: Inbound, payload: unknown, row?: KeptRow): Promise<void> => {
    for (let tried = 0; tried < triesMost; tried++) {
      if (await tryOnce(inbound, payload, row)) return row?.decided();
      const wait = Math.min(firstWait * 2 ** Math.min(tried, 10), longestWait);
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) break;
    }
    if (row) row.later();
    else lost(inbound);
  };

  return {
    add: (inbound, payload, kept) => {
      const { id } = inbound.from;
      const row = (rows.get(id) ?? Promise.resolve()).then(() => until(inbound, payload, kept));
      const done = row.finally(() => {
        if (rows.get(id) === done) rows.delete(id);
      });
      rows.set(id, done);
    },
    end: async () => {
      ending.abort();
      await Promise.allSettled(rows.values());
    },
  };
};
