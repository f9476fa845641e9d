import { ensureServer } from './ensure-server.ts';
import type { Place } from './place.ts';
import { findPostmaster } from './postmaster.ts';
import { gate } from './users.ts';

const lookMs = 250;
const restMs = 5_000;

/**
 * Starts the server again on the same port when it dies under the service (killed, out of memory, a full
 * disk): connections come back by themselves, and webhooks get 503 only for the moment between.
 */
export function keepRunning(
  place: Place,
  port: number,
  log: (line: string) => void,
): { end(): Promise<void> } {
  let ended = false;
  let look: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const lookLater = (ms: number) => {
    if (ended) return;
    timer = setTimeout(() => {
      look = revive().then(lookLater);
    }, ms);
    timer.unref();
  };
  const revive = async (): Promise<number> => {
    try {
      if (await findPostmaster(place)) return lookMs;
      const turn = await gate(place);
      try {
        if (ended) return lookMs;
        log('The embedded database has died: starting it again.');
        await ensureServer(place, log, port);
      } finally {
        turn.release();
      }
      return lookMs;
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      return restMs;
    }
  };
  lookLater(lookMs);
  return {
    async end() {
      ended = true;
      clearTimeout(timer);
      await look;
    },
  };
}
