import { open } from 'node:fs/promises';
import type { Fetched } from '../channel.ts';

/** As large a file as Telegram would hand over (20 MiB), so that both channels refuse the same photos. */
const largest = 20 * 1024 * 1024;

/** Reads a photo from this machine by its absolute path. A folder, or a file that is not there, is gone for good. */
export const fetchFile = async (path: string): Promise<Fetched> => {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return { ok: false, again: false, detail: 'no such file' };
  try {
    const { size } = await file.stat();
    if (size > largest) return { ok: false, again: false, detail: 'too large' };
    return { ok: true, bytes: new Uint8Array(await file.readFile()) };
  } catch {
    return { ok: false, again: false, detail: 'unreadable' };
  } finally {
    await file.close();
  }
};
