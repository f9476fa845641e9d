import type { OneOf } from './bulletin.ts';
import { type Commitments, commitmentsOf, type EqualLogs } from './equal-logs.ts';
import {
  drawScalar,
  generator,
  type Point,
  type Random,
  readScalar,
  scalars,
  times,
  writeScalar,
} from './group.ts';
import { challenge } from './transcript.ts';

/** An entry as points. */
export type Entry = { readonly alpha: Point; readonly beta: Point };

/** Where a proof belongs: the digest of the ballot's vector and the entry's number. */
export type Place = { readonly key: Point; readonly vector: Uint8Array; readonly entry: number };

/**
 * Shows that an entry holds 0 or 1 and not which (Cramer, Damgård, Schoenmakers, CRYPTO 1994): the claim that is true is
 * proven, the other simulated, and one hash splits into both challenges. `factor` is the entry's randomness.
 */
export function proveOneOf(place: Place, entry: Entry, vote: 0 | 1, factor: bigint, random: Random): OneOf {
  const [nonce, c, s] = [drawScalar(random), drawScalar(random), drawScalar(random)];
  const proven: Commitments = [times(generator, nonce), times(place.key, nonce)];
  const feigned = commitmentsOf(claim(place, entry, vote === 0 ? 1 : 0), c, s);
  const whole = vote === 0 ? hashed(place, proven, feigned) : hashed(place, feigned, proven);
  const rest = scalars.sub(whole, c);
  const [trueC, trueS] = [writeScalar(rest), writeScalar(scalars.add(nonce, scalars.mul(rest, factor)))];
  const [otherC, otherS] = [writeScalar(c), writeScalar(s)];
  return vote === 0
    ? { c0: trueC, c1: otherC, s0: trueS, s1: otherS }
    : { c0: otherC, c1: trueC, s0: otherS, s1: trueS };
}

/** Whether an entry holds 0 or 1; `encoding` when the proof is not even written as one. */
export function holdsOneOf(place: Place, entry: Entry, proof: OneOf): boolean | 'encoding' {
  const [c0, c1] = [readScalar(proof.c0), readScalar(proof.c1)];
  const [s0, s1] = [readScalar(proof.s0), readScalar(proof.s1)];
  if (c0 === undefined || c1 === undefined || s0 === undefined || s1 === undefined) return 'encoding';
  const none = commitmentsOf(claim(place, entry, 0), c0, s0);
  const one = commitmentsOf(claim(place, entry, 1), c1, s1);
  return scalars.add(c0, c1) === hashed(place, none, one);
}

const claim = ({ key }: Place, { alpha, beta }: Entry, vote: 0 | 1): EqualLogs => ({
  base: key,
  one: alpha,
  two: vote === 0 ? beta : beta.subtract(generator),
});

const hashed = ({ vector, entry }: Place, none: Commitments, one: Commitments): bigint =>
  challenge('pendopo/award/v1/one-of', [vector, entry, ...[...none, ...one].map((point) => point.toBytes())]);
