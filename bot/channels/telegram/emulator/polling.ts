import type { Account } from './account.ts';
import { type Params, Refusal } from './outcome.ts';
import { nestedOf, numberOf } from './params.ts';
import type { WireUpdate } from './wire.ts';
import { scaledMs, type World } from './world.ts';

export type Polling = {
  getUpdates(params: Params, signal?: AbortSignal): Promise<WireUpdate[]> | WireUpdate[];
  wake(): void;
  /** Ends a waiting call because something else took over. */
  terminate(why: string): void;
};

/** `getUpdates` with long polling. A second caller ends the first, as on the real server. */
export function createPolling(world: World, account: Account): Polling {
  let waiting: { finish: () => void; fail: (refusal: Refusal) => void } | undefined;

  function take(limit: number): WireUpdate[] {
    const updates: WireUpdate[] = [];
    for (const [id, pending] of account.pending) {
      if (updates.length === limit) break;
      if (pending.dropAt > world.clock.now()) updates.push(pending.update);
      else {
        account.pending.delete(id);
        world.stats.dropped++;
      }
    }
    return updates;
  }

  function confirm(offset: number): void {
    const from = offset < 0 ? account.nextUpdate + offset : offset;
    for (const id of account.pending.keys()) {
      if (id >= from) break;
      account.pending.delete(id);
      world.stats.delivered++;
    }
  }

  return {
    getUpdates(params, signal) {
      if (account.webhook)
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      waiting?.fail(
        conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
      );
      const allowed = nestedOf(
        params,
        'allowed_updates',
        "can't parse allowed_updates: Expected an Array of String",
      );
      if (Array.isArray(allowed)) account.allowed = allowed.map(String);
      confirm(numberOf(params, 'offset') ?? 0);
      const limit = Math.min(100, Math.max(1, numberOf(params, 'limit') ?? 100));
      const timeoutS = Math.min(50, Math.max(0, numberOf(params, 'timeout') ?? 0));
      const now = take(limit);
      if (now.length > 0 || timeoutS === 0) return now;
      return new Promise((resolve, reject) => {
        const end = (act: () => void) => {
          callOff();
          signal?.removeEventListener('abort', finish);
          if (waiting === mine) waiting = undefined;
          act();
        };
        const finish = () => end(() => resolve(signal?.aborted ? [] : take(limit)));
        const mine = { finish, fail: (refusal: Refusal) => end(() => reject(refusal)) };
        const callOff = world.clock.after(scaledMs(world, timeoutS), finish);
        signal?.addEventListener('abort', finish);
        waiting = mine;
      });
    },
    wake: () => waiting?.finish(),
    terminate: (why) => waiting?.fail(conflict(why)),
  };
}

const conflict = (why: string): Refusal => new Refusal(409, `Conflict: ${why}`);
