/**
 * An exact number from 0 up, not reduced; `under` is above 0. Binary doubles give another second decimal on real
 * surveys, once even another grade, so no figure of the survey ever passes through one.
 */
export type Fraction = { readonly over: bigint; readonly under: bigint };

export const fraction = (over: number | bigint, under: number | bigint = 1): Fraction => {
  const exact = { over: BigInt(over), under: BigInt(under) };
  if (exact.over < 0n || exact.under <= 0n)
    throw new RangeError(`not a fraction from 0 up: ${over}/${under}`);
  return exact;
};

export const sum = (fractions: readonly Fraction[]): Fraction =>
  fractions.reduce(
    (left, right) => ({
      over: left.over * right.under + right.over * left.under,
      under: left.under * right.under,
    }),
    fraction(0),
  );

export const product = (...fractions: readonly Fraction[]): Fraction =>
  fractions.reduce(
    (left, right) => ({ over: left.over * right.over, under: left.under * right.under }),
    fraction(1),
  );

/** Less than 0, 0 or more than 0, as sorting asks. */
export const compare = (left: Fraction, right: Fraction): number => {
  const [one, other] = [left.over * right.under, right.over * left.under];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Rounded half up to so many decimals, with a point: `87.28`. */
export function halfUp({ over, under }: Fraction, decimals: number): string {
  const scaled = (2n * over * 10n ** BigInt(decimals) + under) / (2n * under);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const whole = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, whole)}.${digits.slice(whole)}`;
}

/** A decimal as written, `3.31` or `3,31`; anything else throws. */
export function readDecimal(text: string): Fraction {
  const [, whole, part = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal from 0 up: ${text}`);
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}
