import { drawScalar, generator, lessOf, type Point, type Random, scalars, times } from './group.ts';

/** The claim that one secret leads from G to `one` and from `base` to `two`. */
export type EqualLogs = { readonly base: Point; readonly one: Point; readonly two: Point };

/** What the prover commits to before the challenge. */
export type Commitments = readonly [Point, Point];

/** The commitments to which challenge and answer belong; the verifier's side of Chaum and Pedersen, CRYPTO 1992. */
export const commitmentsOf = ({ base, one, two }: EqualLogs, c: bigint, s: bigint): Commitments => [
  lessOf(generator, s, one, c),
  lessOf(base, s, two, c),
];

/** The prover's side: shows that the claim holds and nothing about the secret. The challenge must hash the whole claim. */
export function proveEqualLogs(
  base: Point,
  secret: bigint,
  challengeOf: (commitments: Commitments) => bigint,
  random: Random,
): { c: bigint; s: bigint } {
  const nonce = drawScalar(random);
  const c = challengeOf([times(generator, nonce), times(base, nonce)]);
  return { c, s: scalars.add(nonce, scalars.mul(c, secret)) };
}
