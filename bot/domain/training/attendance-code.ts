const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 6;
const digits = 10;

/**
 * A fresh code to show in a room, such as `7K4PQ2`: six Crockford base 32 characters, good for one day and limited in tries.
 * The first is a digit, so that `HADIR 7K4PQ2` is never taken for two words of a sentence.
 */
export function newAttendanceCode(random: (bytes: number) => Uint8Array): string {
  return Array.from(random(codeLength), (byte, nth) =>
    alphabet.charAt(byte % (nth === 0 ? digits : alphabet.length)),
  ).join('');
}

/** A code as it stands on the wall: `7K4-PQ2`. */
export const shownAttendanceCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;

/** What is typed where no camera reads the code; also what WhatsApp finds typed already. */
export const typedAttendance = (code: string): string => `HADIR ${shownAttendanceCode(code)}`;

/** A code from what people type or a link hands over: small letters, spaces, dashes, O for 0, I or L for 1, the word before it. */
export function readAttendanceCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(?:\/?hadir\b|h_)/i, '')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9][0-9A-HJKMNP-TV-Z]{5}$/.test(plain) ? plain : undefined;
}
