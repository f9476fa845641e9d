import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { openOwn } from './open-own.ts';
import { DatabaseRefused } from './refused.ts';
import type { Owner } from './runner.ts';

export type Lock = { release(): void };

const busy = 5;
const ready = 5;
const patienceMs = 180_000;

/**
 * Takes a lock that the operating system itself drops when the process dies, so no lock is ever stale.
 * Node has no flock: SQLite's own file locks are the only ones it ships, on every system; the file stays
 * empty. `shared` may be held by many at once, `alone` by one and by nobody else. Nothing when it is taken.
 */
export async function tryLock(
  file: string,
  how: 'shared' | 'alone',
  owner?: Owner,
): Promise<Lock | undefined> {
  await (await openOwn(file, 'lock', owner)).close();
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    if (how === 'alone') database.exec('BEGIN EXCLUSIVE');
    else database.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined;
    throw error;
  }
}

/** The same, waiting for its turn: up to three minutes, since a holder may be recovering after a crash. */
export async function waitForLock(file: string, how: 'shared' | 'alone', owner?: Owner): Promise<Lock> {
  for (let waited = 0; waited < patienceMs; waited += ready) {
    const lock = await tryLock(file, how, owner);
    if (lock) return lock;
    await sleep(ready);
  }
  throw new DatabaseRefused(
    `Another process has been starting or stopping the database for three minutes (${file}).`,
  );
}
