const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A code begins with a digit that nobody takes for a letter, so that no word of a sentence is ever read as one. */
const beginnings = '23456789';
const codeLength = 8;

/** How long a code may be used, in minutes: time to open the other app, and no more. */
export const pairingLifeMinutes = 15;

/**
 * A fresh one-time code by which somebody shows in one chat that another is theirs too, such as `7K4P-Q2ZX`: 38 bits of
 * Crockford base 32, good for minutes and against tries that are counted as those of an activation code.
 */
export function newPairingCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(codeLength);
  if (bytes.length < codeLength)
    throw new RangeError(`${codeLength} random bytes were asked for, ${bytes.length} came`);
  const characters = Array.from(bytes.subarray(0, codeLength), (byte, at) => {
    const from = at === 0 ? beginnings : alphabet;
    return from.charAt(byte % from.length);
  });
  return grouped(characters.join(''));
}

/** A code as we print it from what people type: small letters, spaces, dashes, O for 0, I or L for 1. */
export function readPairingCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[2-9][0-9A-HJKMNP-TV-Z]{7}$/.test(plain) ? grouped(plain) : undefined;
}

function grouped(plain: string): string {
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
