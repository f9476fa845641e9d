import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeOwn } from './open-own.ts';
import type { Place } from './place.ts';

/** A running server, as its `postmaster.pid` tells. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/**
 * The server that runs on this place, if one does. A pid file alone proves nothing after a crash or in a new
 * container, where numbers are given again soon: the process must be a PostgreSQL on this very folder.
 * https://www.postgresql.org/docs/current/storage-file-layout.html (postmaster.pid)
 */
export async function findPostmaster(place: Place): Promise<Postmaster | undefined> {
  const lines = await pidFile(place);
  const pid = Number(lines[0]);
  if (!(pid > 0) || !(await servesHere(pid, place))) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * PostgreSQL refuses to start while the number in its pid file is anybody's. Ours is the one number that it
 * knows to be harmless (its parent's); the rest of the file must stay, for it guards the shared memory of
 * backends that outlived their postmaster.
 */
export async function disarmStalePidFile(place: Place): Promise<void> {
  const lines = await pidFile(place);
  if (lines.length < 2) return;
  const disarmed = [process.pid, ...lines.slice(1)].join('\n');
  await writeOwn(join(place.data, 'postmaster.pid'), 'overwrite', disarmed);
}

const pidFile = async (place: Place): Promise<string[]> =>
  (await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');

async function servesHere(pid: number, place: Place): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandOf(pid);
  return command === undefined || (command.includes('postgres') && command.includes(place.data));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line; empty for a process that is dead but not yet buried; nothing where we cannot ask. */
async function commandOf(pid: number): Promise<string | undefined> {
  switch (process.platform) {
    case 'linux':
      return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    case 'win32':
      return undefined;
    default:
      return promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
        ({ stdout }) => stdout,
        () => '',
      );
  }
}
