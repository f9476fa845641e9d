import type { Tally } from '../tally.ts';

/**
 * The index reckoned a second time, the way one would on paper: all averages brought to one denominator, divided, and the
 * remainder compared with the half. For tests: of the rules here, and of whatever adds answers up elsewhere.
 */
export function plainIkm(
  { elements }: Tally,
  decimals = 2,
  weight: readonly [over: bigint, under: bigint] = [1n, 9n],
): string | undefined {
  const heaps = Object.values(elements).filter(({ count }) => count > 0);
  if (heaps.length === 0) return undefined;
  let denominator = 1n;
  for (const { count } of heaps) denominator *= BigInt(count);
  let numerator = 0n;
  for (const { sum, count } of heaps) numerator += (denominator / BigInt(count)) * BigInt(sum);
  numerator *= 25n * weight[0] * 9n * 10n ** BigInt(decimals);
  denominator *= weight[1] * BigInt(heaps.length);
  let units = numerator / denominator;
  if ((numerator % denominator) * 2n >= denominator) units += 1n;
  const power = 10n ** BigInt(decimals);
  return `${units / power}.${String(units % power).padStart(decimals, '0')}`;
}
