const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = /^(.{4})(.{4})(.{5})$/;
const codeLength = 13;
const beginningLength = 4;
const hour = 3_600_000;

/** How long a code may be used, in hours: from Friday's mail to Monday's desk. */
export const codeLifeHours = 72;

/** Wrong secrets that burn a code: its beginning was right, so somebody is guessing this very one. */
export const codeTries = 5;

/** How many codes one chat may try, whichever they are, in any hour and in any 24 hours. */
export const tryLimits = { hour: 5, day: 15 } as const;

/**
 * A fresh one-time code that binds a chat to an employee, such as `7K4P-Q2ZX-M09AB`: 13 characters of Crockford base 32,
 * 65 bits. Its beginning finds the row and is no secret; only a hash of the rest is kept, made where the keys are.
 */
export function newCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(codeLength);
  if (bytes.length < codeLength)
    throw new RangeError(`${codeLength} random bytes were asked for, ${bytes.length} came`);
  const characters = Array.from(bytes.subarray(0, codeLength), (byte) =>
    alphabet.charAt(byte % alphabet.length),
  );
  return grouped(characters.join(''));
}

/** A code as we print it from what people type: small letters, spaces, dashes, O for 0, I or L for 1. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{13}$/.test(plain) ? grouped(plain) : undefined;
}

/** The first four characters, by which the code is found. */
export function beginning(code: string): string {
  return code.replaceAll('-', '').slice(0, beginningLength);
}

/** The other nine, 45 bits, which nobody but the employee may know. */
export function secret(code: string): string {
  return code.replaceAll('-', '').slice(beginningLength);
}

/** Whether a chat may try another code, given when it tried before; else from when on. */
export function judgeTries(times: readonly Date[], now: Date): { may: true } | { may: false; again: Date } {
  const latest = times.map((time) => time.getTime()).sort((a, b) => b - a);
  const ends = [
    freeAt(latest[tryLimits.hour - 1], hour, now),
    freeAt(latest[tryLimits.day - 1], 24 * hour, now),
  ];
  const again = Math.max(...ends);
  return again > now.getTime() ? { may: false, again: new Date(again) } : { may: true };
}

/** When the oldest try that fills a limit leaves its window. */
function freeAt(filling: number | undefined, window: number, now: Date): number {
  return filling === undefined ? now.getTime() : filling + window;
}

function grouped(plain: string): string {
  return plain.replace(groups, '$1-$2-$3');
}
