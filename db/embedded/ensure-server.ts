import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { addressOf, answers } from './knock.ts';
import { launch } from './launch.ts';
import { makeCluster } from './make-cluster.ts';
import type { Place } from './place.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { DatabaseRefused } from './refused.ts';

const patienceMs = 120_000;
const step = 20;

/**
 * A server that answers: the one that runs, or a new one. Only called by whoever holds the gate. With `port`
 * a new one listens there.
 */
export async function ensureServer(
  place: Place,
  log: (line: string) => void,
  port?: number,
): Promise<{ server: Postmaster; joined: boolean }> {
  const running = await settled(place);
  if (running) {
    log(`Joined the embedded database that runs already (process ${running.pid}).`);
    return { server: running, joined: true };
  }
  const binaries = await findBinaries(place);
  await makeCluster(place, binaries);
  const server = await launch(place, binaries, port);
  if (!(await answers(place, await addressOf(place, server.port)))) {
    throw new DatabaseRefused(`The embedded database started but does not answer: see ${place.log}.`);
  }
  log(`Started the embedded database in ${place.data}.`);
  return { server, joined: false };
}

/** The running server once it answers; nothing once it is gone. It may be recovering, or on its way down. */
async function settled(place: Place): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < patienceMs; waited += step) {
    const running = await findPostmaster(place);
    if (!running) return undefined;
    if (running.ready && (await answers(place, await addressOf(place, running.port)))) return running;
    await sleep(step);
  }
  throw new DatabaseRefused(`A PostgreSQL runs on ${place.data} but does not answer: see ${place.log}.`);
}
