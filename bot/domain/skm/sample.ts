import { fraction, halfUp } from './fraction.ts';

/** How many of a service's users were heard, how many must be, and how many are still missing. */
export type Sample = { users: number; respondents: number; needed: number; missing: number };

/**
 * How many users must answer (Krejcie and Morgan), from the number served in the period:
 * X²·N·P(1−P) / (d²(N−1) + X²·P(1−P)) with X² = 3.841, P = 0.5 and d = 0.05, half up. All multiplied by 4000,
 * so that only whole numbers are left. It is their printed table in all 90 entries.
 */
export function neededSample(users: number): number {
  if (!Number.isSafeInteger(users) || users < 0)
    throw new RangeError(`users are a whole number ≥ 0: ${users}`);
  if (users === 0) return 0;
  const served = BigInt(users);
  return Number(halfUp(fraction(3841n * served, 10n * (served - 1n) + 3841n), 0));
}

/** More answers than needed leave none missing. */
export const sample = (users: number, respondents: number): Sample => {
  const needed = neededSample(users);
  return { users, respondents, needed, missing: Math.max(0, needed - respondents) };
};
