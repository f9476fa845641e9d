import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardEmbedded, startEmbedded } from './embedded/index.ts';
import { settle } from './embedded/place.ts';

/** Linux keeps this folder in memory. */
const inMemory = '/dev/shm';
/** So much must be free there, for the run's databases and its write-ahead log (bytes). */
const roomNeeded = 2 * 1024 ** 3;

/** `data` is where the server's files lie. */
export type TemporaryServer = { url: string; data: string; stop(): Promise<void> };

/**
 * A PostgreSQL of one's own in a fresh temporary folder, with every setting as in service; gone when it stops. What a
 * killed run left is swept first. The folder lies in memory where there is room: a run copies and drops hundreds of
 * databases, and ext4 takes half a second to find places for the thousand files of each where many were freed just before.
 */
export async function temporaryServer(): Promise<TemporaryServer> {
  await sweepFolders();
  const folder = await mkdtemp(join(await roomiest(), `pendopo-test-${process.pid}-`));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: folder });
  const { data } = await settle(folder);
  const stop = async () => {
    await embedded.stop();
    await discardEmbedded(folder);
    await rm(folder, { recursive: true, force: true });
  };
  return { url: embedded.url, data, stop };
}

async function roomiest(): Promise<string> {
  const free = await statfs(inMemory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return free >= roomNeeded ? inMemory : tmpdir();
}

/** Folders, and servers still running in them, of runs that were killed. */
async function sweepFolders(): Promise<void> {
  for (const place of [tmpdir(), inMemory])
    for (const name of await readdir(place).catch(() => [])) {
      const pid = Number(/^pendopo-test-(\d+)-/.exec(name)?.[1]);
      if (!pid || isAlive(pid)) continue;
      const folder = join(place, name);
      const swept = await discardEmbedded(folder).catch(() => false);
      if (swept) await rm(folder, { recursive: true, force: true });
    }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
