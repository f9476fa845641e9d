/** Why a device does not come back by itself: a person must act. */
export type StopReason = 'logged-out' | 'banned' | 'outdated' | 'pair-again' | 'replaced';

/** What follows on a closed connection. `wipe`: the credentials are worth nothing any more. */
export type CloseRemedy =
  | { do: 'reconnect'; when: 'at once' | 'later' }
  | { do: 'stop'; why: StopReason; wipe: boolean };

const stop = (why: StopReason, wipe = false): CloseRemedy => ({ do: 'stop', why, wipe });
const later: CloseRemedy = { do: 'reconnect', when: 'later' };

/** `channels.md` 4.2. What is not here, and what has no code, passes: 500 stands for every error that the client does not know. */
const remedies: { readonly [code: number]: CloseRemedy } = {
  401: stop('logged-out', true),
  402: stop('banned'),
  403: stop('banned'),
  405: stop('outdated'),
  406: stop('banned'),
  411: stop('pair-again'),
  440: stop('replaced'),
  515: { do: 'reconnect', when: 'at once' },
};

/** The one table from a disconnect code to what is done: a device that was let go, replaced or banned never tries again. */
export const remedyForClose = (code: number | undefined): CloseRemedy =>
  (code === undefined ? undefined : remedies[code]) ?? later;

/**
 * The code of a closed connection. An answer of a proxy on the way (`WebSocket Error`) is none of WhatsApp's: a 401 of the
 * office's own network must not throw the link away.
 */
export const codeOfClose = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || error.message.startsWith('WebSocket Error')) return undefined;
  const status = (error as Error & { output?: { statusCode?: unknown } }).output?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

const longestWait = 300_000;

/** Milliseconds before the next try: one second, doubled by each failure up to five minutes, and up to a fourth more by the dice (0 to 1), so that many do not come at one moment. */
export const waitBefore = (failures: number, dice: number): number =>
  Math.min(1000 * 2 ** Math.min(failures, 20), longestWait) * (1 + dice / 4);

/** After so many minutes without a fault a connection counts as good again, and the waits begin anew (milliseconds). */
export const stableAfter = 600_000;
