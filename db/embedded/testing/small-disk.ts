import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freshDataDir, sweptAfter } from './data-dir.ts';

/** Tried in a namespace of its own, since root in a container often may not mount either. */
export const mayMount = ((): boolean => {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A DATA_DIR on a real file system of its own, so that a full disk is a full disk. */
export async function smallDisk(options: string): Promise<string> {
  const dataDir = join(await freshDataDir(), 'disk');
  await mkdir(dataDir);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `mode=755,${options}`, 'tmpfs', dataDir]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', dataDir]);
  });
  return sweptAfter(dataDir);
}
