/** Why a PIN is refused; each is a sentence of the locale. */
export type PinFault = 'digits' | 'repeated' | 'row' | 'year' | 'column';

/** Wrong tries in a row of a PIN that is set, and when the last was (an instant). */
export type PinGuard = { wrong: number; last: string | null };

/** Whether a PIN that was typed is the one that guards a contact's threads, if any does. */
export type PinLook = { guard: PinGuard | null; fits: boolean };

/** Wrong tries in a row before a wait. */
export const pinTries = 5;

const minute = 60_000;
const firstWait = 15 * minute;
const longestWait = 24 * 60 * minute;
const rows = '01234567890 09876543210';

/**
 * Reads the four-digit PIN by which a sensitive thread is reopened on a shared phone. Refused are those that another
 * member of the household would try first.
 */
export function readPin(typed: string): { pin: string } | { fault: PinFault } {
  const pin = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^[0-9]{4}$/.test(pin)) return { fault: 'digits' };
  if (/^(..)\1$/.test(pin) || /^(.)\1(.)\2$/.test(pin)) return { fault: 'repeated' };
  if (rows.includes(pin)) return { fault: 'row' };
  if (/^(19|20)/.test(pin)) return { fault: 'year' };
  if (pin === '2580' || pin === '0852') return { fault: 'column' };
  return { pin };
}

/**
 * Whether a PIN may be tried, after so many wrong ones in a row of which the last was at `last`. After every fifth one
 * waits: 15 minutes, then four times as long, a day at most. Nobody is shut out for ever.
 */
export function judgePinTry(
  wrong: number,
  last: Date | undefined,
  now: Date,
): { may: true; left: number } | { may: false; again: Date } {
  const rounds = Math.floor(wrong / pinTries);
  const left = pinTries - (wrong % pinTries);
  if (last === undefined || left < pinTries || rounds === 0) return { may: true, left };
  const again = last.getTime() + Math.min(longestWait, firstWait * 4 ** (rounds - 1));
  return again > now.getTime() ? { may: false, again: new Date(again) } : { may: true, left };
}
