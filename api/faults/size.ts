/** Vitest puts its mode there; `--mode long` is the long run (`npm run faults`). */
const { env } = import.meta as ImportMeta & { env: { MODE: string } };

/** Whether this is the long run; inside `npm test` each test runs in its short form. */
export const isLong = env.MODE === 'long';

/** A size for the short form and one for the long. */
export const size = (short: number, long: number): number => (isLong ? long : short);
