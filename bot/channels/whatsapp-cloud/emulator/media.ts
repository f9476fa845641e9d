import { createHash } from 'node:crypto';
import { digits } from './identifiers.ts';
import { linkLifeS } from './limits.ts';

export type MediaFile = {
  id: string;
  bytes: Uint8Array;
  type: string;
  name: string;
  /** What Meta says the size is, where a test needs a large file without its bytes. */
  size: number;
  until: number;
};

export type NewMedia = { bytes: Uint8Array; type: string; name: string; lifeMs: number; size?: number };

export type Media = {
  put(file: NewMedia, now: number): MediaFile;
  byId(id: string, now: number): MediaFile | undefined;
  /** A path that answers for five minutes. */
  link(file: MediaFile, now: number): string;
  byPath(key: string, now: number): MediaFile | undefined;
};

const digest = ({ bytes }: MediaFile) => createHash('sha256').update(bytes);

/** Webhooks name a file's sum in Base64, the media call in hexadecimal. */
export const sumInWebhook = (file: MediaFile): string => digest(file).digest('base64');
export const sumInAnswer = (file: MediaFile): string => digest(file).digest('hex');

/** Files by id, with links that die young; the oldest files go when `maxBytes` are held. */
export function createMedia(maxBytes: number, dice: () => number, timeScale: number): Media {
  const files = new Map<string, MediaFile>();
  const links = new Map<string, { file: MediaFile; until: number }>();
  let held = 0;

  function forgetOldest(): void {
    for (const [id, file] of files) {
      if (held <= maxBytes || files.size === 1) return;
      files.delete(id);
      held -= file.bytes.length;
    }
  }

  return {
    put({ bytes, type, name, lifeMs, size = bytes.length }, now) {
      const file = { id: digits(dice, 16), bytes, type, name, size, until: now + lifeMs };
      files.set(file.id, file);
      held += bytes.length;
      forgetOldest();
      return file;
    },
    byId(id, now) {
      const file = files.get(id);
      return file && file.until >= now ? file : undefined;
    },
    link(file, now) {
      for (const [key, { until }] of links) if (until < now) links.delete(key);
      const key = digits(dice, 24);
      links.set(key, { file, until: now + linkLifeS * 1000 * timeScale });
      return key;
    },
    byPath(key, now) {
      const link = links.get(key);
      return link && link.until >= now ? link.file : undefined;
    },
  };
}
