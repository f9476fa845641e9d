/** How the lines begin that the client's encryption (libsignal 6) prints; behind them stand whole sessions with their private keys, or parts of messages. */
const beginnings = [
  'V1 session storage migration error',
  'Migrating session to:',
  'Session already closed',
  'Session already open',
  'Closing session:',
  'Opening session:',
  'Removing old closed session:',
  'Closing open session in favor of',
  'Closing stale open session',
  'WARNING: Expected pubkey of length',
  'Unhandled bucket type',
  'Failed to decrypt message with any known session',
  'Session error:',
  'Decrypted message with closed session',
  'Error deleting temp file',
];

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

type Printing = Pick<Console, (typeof methods)[number]>;

const isTold = ([first]: readonly unknown[]): boolean =>
  typeof first === 'string' && beginnings.some((beginning) => first.startsWith(beginning));

let users = 0;
let lift = () => {};

const lay = (on: Printing): (() => void) => {
  const lifts = methods.map((method) => {
    const real = on[method];
    const hushed = (...words: unknown[]) => (isTold(words) ? undefined : real.apply(on, words));
    on[method] = hushed;
    return () => {
      if (on[method] === hushed) on[method] = real;
    };
  });
  return () => lifts.forEach((one) => void one());
};

/**
 * Keeps libsignal from printing private keys on the console; everything else is printed as before. It has no setting for
 * that. Returns the end of it; several devices may hush at a time.
 */
export const hushSignal = (on: Printing = console): (() => void) => {
  if (users === 0) lift = lay(on);
  users += 1;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    users -= 1;
    if (users === 0) lift();
  };
};
