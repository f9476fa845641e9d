const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 6;
const ticketPattern = /^[A-Z]{2,5}-[0-9A-HJKMNP-TV-Z]{6}$/;

/**
 * A fresh ticket number, such as `SLT-7K4PQ2`: agency prefix and six Crockford base 32 characters (30 bits).
 * Random, so that nobody reads the number of reports from it or guesses a neighbour's.
 */
export function newTicket(prefix: string, random: (bytes: number) => Uint8Array): string {
  const code = Array.from(random(codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  const ticket = `${prefix}-${code}`;
  if (!isTicket(ticket))
    throw new RangeError(`not a ticket: ${ticket}; is the prefix 2 to 5 capital letters?`);
  return ticket;
}

/** Whether a text is a ticket number exactly as we print it. */
export function isTicket(text: string): boolean {
  return ticketPattern.test(text);
}

/**
 * The ticket number in a text as people type it: small letters, no dash, spaces, O for 0, I or L for 1.
 * With the agency's prefix it is lenient; without it only a dashed number counts, since "lapor sampah" has its shape too.
 */
export function readTicket(text: string, prefix?: string): string | undefined {
  return prefix === undefined ? readDashed(text) : readPrefixed(text, prefix);
}

function readPrefixed(text: string, prefix: string): string | undefined {
  const letters = Array.from(prefix, (letter) =>
    /[IL1]/i.test(letter) ? '[il1]' : /[O0]/i.test(letter) ? '[o0]' : letter,
  );
  const gap = '[\\s\\-\\u2010-\\u2015.]{0,3}';
  const shape = new RegExp(
    `(?<![\\p{L}\\p{N}])${letters.join('')}${gap}((?:[0-9a-tv-z]${gap}){5}[0-9a-tv-z])(?![\\p{L}\\p{N}])`,
    'giu',
  );
  for (const [, code = ''] of text.matchAll(shape)) {
    const broken = /[^0-9a-z]/i.test(code);
    if (broken && !/[0-9]/.test(code)) continue;
    return `${prefix}-${canonical(code)}`;
  }
  return undefined;
}

function readDashed(text: string): string | undefined {
  const shape = /(?<![\p{L}\p{N}-])([a-z]{2,5})[-\u2010-\u2015]([0-9a-tv-z]{6})(?![\p{L}\p{N}])/giu;
  for (const [whole, prefix = '', code = ''] of text.matchAll(shape)) {
    const word = !/[0-9]/.test(code) && whole !== whole.toUpperCase();
    if (!word) return `${prefix.toUpperCase()}-${canonical(code)}`;
  }
  return undefined;
}

function canonical(code: string): string {
  return code
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
