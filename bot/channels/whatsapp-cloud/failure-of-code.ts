import type { Failure } from '../channel.ts';

/** A failure, and after how many seconds another try makes sense where the platform is known to want that long. */
export type Known = { failure: Failure; retryAfter?: number };

const soon = 10;
const long = 600;

const known: ReadonlyMap<number, Known> = new Map([
  // An application, an account or a number calls too often.
  [4, { failure: 'throttled', retryAfter: soon }],
  [80007, { failure: 'throttled', retryAfter: soon }],
  [130429, { failure: 'throttled', retryAfter: soon }],
  // People called the number spam, or it was registered too often: a person should look.
  [131048, { failure: 'throttled', retryAfter: long }],
  [133016, { failure: 'throttled', retryAfter: long }],
  [131056, { failure: 'paired' }],
  [131047, { failure: 'outside-window' }],
  [131026, { failure: 'unreachable' }],
  // A token that is wrong, expired or may not do this; an account that is locked, unpaid or not registered.
  [0, { failure: 'misconfigured' }],
  [3, { failure: 'misconfigured' }],
  [10, { failure: 'misconfigured' }],
  [190, { failure: 'misconfigured' }],
  [368, { failure: 'misconfigured' }],
  [131005, { failure: 'misconfigured' }],
  [131031, { failure: 'misconfigured' }],
  [131042, { failure: 'misconfigured' }],
  [133010, { failure: 'misconfigured' }],
  // Trouble or maintenance at Meta.
  [1, { failure: 'unknown' }],
  [2, { failure: 'unknown' }],
  [131000, { failure: 'unknown' }],
  [131016, { failure: 'unknown' }],
  [131057, { failure: 'unknown' }],
]);

/** What an error code of the Cloud API means for a letter, in an answer or in a `failed` status (page "error codes", `channels.md` 3.2). */
export const failureOfCode = (code: number): Known => {
  const named = known.get(code);
  if (named) return named;
  if (code >= 132_000 && code < 133_000) return { failure: 'no-template' };
  return { failure: code >= 200 && code < 300 ? 'misconfigured' : 'rejected' };
};
