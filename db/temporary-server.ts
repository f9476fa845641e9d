import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardEmbedded, startEmbedded } from './embedded/index.ts';

/** A PostgreSQL of one's own in a fresh temporary folder, with every promise kept as in service; gone when it stops. What a killed run left is swept first. */
export async function temporaryServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepFolders();
  const folder = await mkdtemp(join(tmpdir(), `pendopo-test-${process.pid}-`));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: folder });
  const stop = async () => {
    await embedded.stop();
    await discardEmbedded(folder);
    await rm(folder, { recursive: true, force: true });
  };
  return { url: embedded.url, stop };
}

/** Folders, and servers still running in them, of runs that were killed. */
async function sweepFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^pendopo-test-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
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
