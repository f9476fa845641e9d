import { claimPlace } from './claim-ownership.ts';
import { ensureServer } from './ensure-server.ts';
import { halt } from './halt.ts';
import { keepRunning } from './keep-running.ts';
import { addressOf } from './knock.ts';
import type { Lock } from './lock.ts';
import { type Place, settle } from './place.ts';
import { asRefusal } from './refused.ts';
import { gate, joinUsers, onlyUser } from './users.ts';

/** The embedded server in use. `joined`: it ran already. `url` holds the password: never log it. */
export type Embedded = { url: string; joined: boolean; stop(): Promise<void> };

export type Start = { dataDir: string; own?: boolean; log?: (line: string) => void };

/**
 * Starts the PostgreSQL of this DATA_DIR, or joins the one that runs, also one that a killed process left.
 * `stop()` ends the server when nobody else uses it, so a command never stops a service's database and a
 * leftover server ends with whoever found it. The service passes `own`: a second service is refused, and the
 * server is started again on the same port when it dies. Throws DatabaseRefused.
 */
export async function startEmbedded({ dataDir, own = false, log = () => {} }: Start): Promise<Embedded> {
  const held: Lock[] = [];
  const letGo = () => {
    for (const lock of held.splice(0)) lock.release();
  };
  try {
    const place = await settle(dataDir);
    if (own) held.push(await claimPlace(place, dataDir));
    const { server, joined } = await enter(place, held, log);
    const url = await addressOf(place, server.port);
    const keeper = own ? keepRunning(place, server.port, log) : undefined;
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await keeper?.end();
      await leave(place, letGo, log);
    };
    return { url, joined, stop: () => (stopped ??= stop()) };
  } catch (error) {
    letGo();
    throw asRefusal(error, dataDir);
  }
}

async function enter(place: Place, held: Lock[], log: (line: string) => void) {
  const turn = await gate(place);
  try {
    held.push(await joinUsers(place));
    return await ensureServer(place, log);
  } finally {
    turn.release();
  }
}

async function leave(place: Place, letGo: () => void, log: (line: string) => void): Promise<void> {
  const turn = await gate(place);
  try {
    letGo();
    const alone = await onlyUser(place);
    if (!alone) return log('The embedded database stays up: another process uses it.');
    await halt(place);
    alone.release();
    log('The embedded database has stopped.');
  } finally {
    turn.release();
  }
}
