import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether two secrets are the same, in a time that does not tell where they differ or how long they are. */
export const same = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));
