import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isPhotoKey } from '../../../bot/media.ts';
import type { Storage } from './storage.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const nullIfMissing = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};

/** A rename is only certain to outlive a power cut once its folder is on the disk; Windows opens no folders. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(path);
  const part = join(folder, `.${randomUUID()}.part`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(part, 'wx', 0o600);
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(folder);
};

/** A write that has not ended after an hour never will: its process was killed (milliseconds). */
const partAge = 3_600_000;

const sweepParts = async (folder: string): Promise<void> => {
  const names = (await readdir(folder).catch(nullIfMissing)) ?? [];
  for (const name of names.filter((one) => one.endsWith('.part'))) {
    const path = join(folder, name);
    const { mtimeMs } = (await stat(path).catch(nullIfMissing)) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > partAge) await rm(path, { force: true });
  }
};

/**
 * Photos in a folder of this machine that only the service may enter. A file is there whole or not at all, also after a
 * power cut, so that a row may say "clean" once `put` has returned. A key that is not ours is a bug and throws.
 */
export const createDiskStorage = (folder: string): Storage => {
  const pathOf = (key: string): string => {
    if (!isPhotoKey(key)) throw new Error('not a key of a photo');
    return join(folder, key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      await sweepParts(dirname(path));
      await writeWhole(path, bytes);
    },
    get: async (key) => readFile(pathOf(key)).catch(nullIfMissing),
    delete: async (key) => rm(pathOf(key), { force: true }),
    list: async (state) => {
      const names = (await readdir(join(folder, state)).catch(nullIfMissing)) ?? [];
      return names.map((name) => `${state}/${name}`).filter(isPhotoKey);
    },
  };
};
