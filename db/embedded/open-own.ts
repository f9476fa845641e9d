import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Owner } from './runner.ts';

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_RDWR, O_TRUNC, O_WRONLY } = constants;

const ways = {
  append: O_WRONLY | O_CREAT | O_APPEND,
  make: O_WRONLY | O_CREAT | O_EXCL,
  overwrite: O_WRONLY | O_TRUNC,
  lock: O_RDWR | O_CREAT,
};

/**
 * Opens one of our files, closed to everybody else. Root may be working in a folder that another user can
 * write to: links are never followed, and a new file is handed to the folder's owner through the open file.
 */
export async function openOwn(path: string, way: keyof typeof ways, owner?: Owner): Promise<FileHandle> {
  const file = await open(path, ways[way] | O_NOFOLLOW, 0o600);
  if (owner) await file.chown(owner.uid, owner.gid);
  return file;
}

/** Writes a small file so that it is on the disk when this returns. */
export async function writeOwn(path: string, way: 'make' | 'overwrite', text: string, owner?: Owner) {
  const file = await openOwn(path, way, owner);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
