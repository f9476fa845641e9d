/** Whether this is the long run (`npm run faults`); inside `npm test` each test runs in its short form. */
export const isLong = import.meta.env.MODE === 'long';

/** A size for the short form and one for the long. */
export const size = (short: number, long: number): number => (isLong ? long : short);
