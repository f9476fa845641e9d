/**
 * Hours of training (*jam pelajaran*) in whole hundredths: 250 is 2.5 JP. Certificates print halves and quarters, and sums
 * must be exact, so no hour ever passes through a binary fraction.
 */
export type Jp = number;

/** Hours as a certificate or a file writes them: `20`, `2,5`, `2.25 JP`. Three decimals may be thousands, so they are none. */
export const readJp = (text: string): Jp | undefined => {
  const [, whole = '', part = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?(?:\s*jp)?$/i.exec(text.trim()) ?? [];
  return whole === '' ? undefined : Number(whole + part.padEnd(2, '0'));
};

/** With a point and no more decimals than needed: `20`, `2.5`. */
export const jpText = (jp: Jp): string => {
  const digits = exact(jp).toString().padStart(3, '0');
  const part = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${part && '.'}${part}`;
};

/** Hours that so many minutes hold, rounded down to a hundredth: 60 minutes are 1.33 JP. */
export const jpOfMinutes = (minutes: number, minutesPerJp: number): Jp =>
  wholePart(exact(minutes) * 100, minutesPerJp);

/** A part of some hours, rounded down to a hundredth. */
export const percentOf = (jp: Jp, percent: number): Jp => wholePart(exact(jp) * percent, 100);

export const sumOfJp = (all: readonly Jp[]): Jp => all.reduce((sum, jp) => sum + exact(jp), 0);

const wholePart = (over: number, under: number): number => (over - (over % under)) / under;

function exact(n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a whole number from 0 up: ${n}`);
  return n;
}
