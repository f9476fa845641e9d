import type { Failure, Sent } from './channel.ts';

/** What becomes of a letter that could not be sent. Seconds. */
export type Remedy =
  | { kind: 'later'; seconds: number; pause: boolean }
  | { kind: 'end'; state: 'dead' | 'dropped' };

/** After so many tries without a clear answer a person must look (about an hour in all). */
const triesMost = 12;

/** A person's word, or an approval by the platform, may open the way again; until then a look an hour is enough. */
const shutFor = 3600;

const backoff = (attempts: number): number => Math.min(2 ** attempts, 600);

const remedies: { [failure in Failure]: (attempts: number, retryAfter: number | undefined) => Remedy } = {
  throttled: (_, retryAfter) => ({ kind: 'later', seconds: retryAfter ?? 1, pause: true }),
  paired: (attempts) => ({ kind: 'later', seconds: Math.min(4 ** attempts, shutFor), pause: false }),
  'outside-window': () => ({ kind: 'later', seconds: shutFor, pause: false }),
  'no-template': () => ({ kind: 'later', seconds: shutFor, pause: false }),
  unknown: (attempts) =>
    attempts >= triesMost
      ? { kind: 'end', state: 'dead' }
      : { kind: 'later', seconds: backoff(attempts), pause: false },
  misconfigured: (attempts) =>
    attempts >= triesMost * 4 ? { kind: 'end', state: 'dead' } : { kind: 'later', seconds: 60, pause: false },
  restricted: () => ({ kind: 'end', state: 'dead' }),
  rejected: () => ({ kind: 'end', state: 'dead' }),
  blocked: () => ({ kind: 'end', state: 'dropped' }),
  unreachable: () => ({ kind: 'end', state: 'dropped' }),
};

/** The one table from failure to remedy: `retry_after` is obeyed, the gone are left alone, the rest is tried again or shown to a person. */
export const remedyFor = (failed: Extract<Sent, { ok: false }>, attempts: number): Remedy =>
  remedies[failed.failure](attempts, failed.retryAfter);
