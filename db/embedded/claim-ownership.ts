import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lock, tryLock } from './lock.ts';
import { writeOwn } from './open-own.ts';
import { type Place, settle } from './place.ts';
import { asRefusal, DatabaseRefused } from './refused.ts';

/**
 * One service for one DATA_DIR: two would each send what is in the outbox of the same folder and fight over
 * its photos. The claim ends with the process, however it ends. Commands do not claim, they join.
 */
export async function claimOwnership(dataDir: string): Promise<Lock> {
  try {
    return await claimPlace(await settle(dataDir), dataDir);
  } catch (error) {
    throw asRefusal(error, dataDir);
  }
}

export async function claimPlace(place: Place, dataDir: string): Promise<Lock> {
  const note = join(place.home, 'service.pid');
  const lock = await tryLock(join(place.home, 'service.lock'), 'alone', place.owner);
  if (lock) {
    await rm(note, { force: true });
    await writeOwn(note, 'make', String(process.pid), place.owner);
    return lock;
  }
  const other = await readFile(note, 'utf8').catch(() => 'unknown');
  throw new DatabaseRefused(
    `Another service (process ${other}) already runs on ${dataDir}: stop it first, or set another DATA_DIR.`,
  );
}
