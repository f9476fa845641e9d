export type Fields = { readonly [name: string]: unknown };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One field of a webhook as what it should be, or nothing: webhooks come in any shape. */
export const fields = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined);
export const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The last second that a Date can hold. */
const lastSecond = 8.64e12;

/** Seconds since 1970 as Meta writes them, in a string; the beginning of time where there are none. */
export const instantOf = (value: unknown): Date => {
  const seconds = typeof value === 'string' && /^\d{1,13}$/.test(value) ? Number(value) : numberOf(value);
  return new Date(seconds !== undefined && Math.abs(seconds) <= lastSecond ? seconds * 1000 : 0);
};

/** Words without control characters: PostgreSQL refuses NUL and half a character, Meta the others, and nobody means to type them. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
