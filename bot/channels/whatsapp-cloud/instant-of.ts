import { numberOf } from '../fields.ts';

/** The last second that a Date can hold. */
const lastSecond = 8.64e12;

/** Seconds since 1970 as Meta writes them, in a string; the beginning of time where there are none. */
export const instantOf = (value: unknown): Date => {
  const seconds = typeof value === 'string' && /^\d{1,13}$/.test(value) ? Number(value) : numberOf(value);
  return new Date(seconds !== undefined && Math.abs(seconds) <= lastSecond ? seconds * 1000 : 0);
};
