import type { SumIsOne } from './bulletin.ts';
import { type Commitments, commitmentsOf, proveEqualLogs } from './equal-logs.ts';
import { generator, identity, type Point, type Random, readScalar, writeScalar } from './group.ts';
import type { Entry } from './one-of.ts';
import { challenge } from './transcript.ts';

/** Shows that the entries add up to 1 (Chaum, Pedersen, CRYPTO 1992); `factor` is the sum of their randomness. */
export function proveSumIsOne(key: Point, vector: Uint8Array, factor: bigint, random: Random): SumIsOne {
  const { c, s } = proveEqualLogs(key, factor, (commitments) => hashed(vector, commitments), random);
  return { c: writeScalar(c), s: writeScalar(s) };
}

/** Whether the entries add up to 1; `encoding` when the proof is not even written as one. */
export function holdsSumIsOne(
  key: Point,
  vector: Uint8Array,
  entries: readonly Entry[],
  proof: SumIsOne,
): boolean | 'encoding' {
  const [c, s] = [readScalar(proof.c), readScalar(proof.s)];
  if (c === undefined || s === undefined) return 'encoding';
  const one = entries.reduce((sum, { alpha }) => sum.add(alpha), identity);
  const two = entries.reduce((sum, { beta }) => sum.add(beta), identity).subtract(generator);
  return c === hashed(vector, commitmentsOf({ base: key, one, two }, c, s));
}

const hashed = (vector: Uint8Array, commitments: Commitments): bigint =>
  challenge('pendopo/award/v1/sum', [vector, ...commitments.map((point) => point.toBytes())]);
