import type { Ballot, Ciphertext, OneOf } from '../ballot/bulletin.ts';
import { base, combined, digestOf, fourBytes, mod, nothing, type Point, pointOf, scalarOf } from './curve.ts';
import type { BallotFault } from './finding.ts';
import { challenge, label, type Statement } from './statement.ts';

/** A ciphertext whose two points could be read. */
export type Pair = { alpha: Point; beta: Point };

/** What is wrong in one ballot; `pairs` stand for its entries where all could be read, `held` counts proofs that hold. */
export type CheckedBallot = {
  faults: { entry?: number; fault: BallotFault }[];
  pairs: readonly Pair[] | undefined;
  held: number;
};

export const readPair = ({ alpha, beta }: Ciphertext): Pair | undefined => {
  const [a, b] = [pointOf(alpha), pointOf(beta)];
  return a && b ? { alpha: a, beta: b } : undefined;
};

const isNothing = (point: Point) => point.equals(nothing);

/** Points added up, place by place. */
export const addPairs = (left: Pair, right: Pair): Pair => ({
  alpha: left.alpha.add(right.alpha),
  beta: left.beta.add(right.beta),
});

export const zero: Pair = { alpha: nothing, beta: nothing };

/**
 * One ballot held against the statement of its category: as many entries as there are choices, each holding 0 or 1
 * (Cramer, Damgård, Schoenmakers 1994), together exactly 1 (Chaum, Pedersen 1992). Nothing is opened.
 */
export function checkBallot(ballot: Ballot, statement: Statement): CheckedBallot {
  const read = ballot.entries.map(readPair);
  const pairs = read.flatMap((pair) => (pair ? [pair] : []));
  if (ballot.entries.length !== statement.entries)
    return { faults: [{ fault: 'entries' }], pairs: undefined, held: 0 };
  const unread = read.flatMap((pair, at) =>
    !pair || isNothing(pair.alpha) || isNothing(pair.beta)
      ? [{ entry: at + 1, fault: 'point' as const }]
      : [],
  );
  if (unread.length > 0)
    return { faults: unread, pairs: pairs.length === read.length ? pairs : undefined, held: 0 };
  const whole = digestOf([
    label('pendopo/award/v1/ballot'),
    statement.about,
    ...pairs.flatMap(({ alpha, beta }) => [alpha.toBytes(), beta.toBytes()]),
  ]);
  const perEntry = ballot.entries.map(({ oneOf }, at) =>
    checkOneOf(oneOf, pairs[at] ?? zero, at, whole, statement),
  );
  const together = checkSum(ballot.sumIsOne, pairs.reduce(addPairs), whole, statement);
  const faults = [
    ...perEntry.flatMap((fault, at) => (fault ? [{ entry: at + 1, fault }] : [])),
    ...(together ? [{ fault: together }] : []),
  ];
  return { faults, pairs, held: perEntry.length + 1 - faults.length };
}

function checkOneOf(
  proof: OneOf,
  { alpha, beta }: Pair,
  at: number,
  whole: Uint8Array,
  { key }: Statement,
): BallotFault | undefined {
  const [c0, c1, s0, s1] = [proof.c0, proof.c1, proof.s0, proof.s1].map(scalarOf);
  if (c0 === undefined || c1 === undefined || s0 === undefined || s1 === undefined) return 'number';
  const said = [
    combined([s0, base], [-c0, alpha]),
    combined([s0, key], [-c0, beta]),
    combined([s1, base], [-c1, alpha]),
    combined([s1, key], [-c1, beta.subtract(base)]),
  ].map((point) => point.toBytes());
  const asked = challenge('pendopo/award/v1/one-of', whole, fourBytes(at), ...said);
  return mod(c0 + c1) === asked ? undefined : 'not-0-or-1';
}

function checkSum(
  proof: Ballot['sumIsOne'],
  { alpha, beta }: Pair,
  whole: Uint8Array,
  { key }: Statement,
): BallotFault | undefined {
  const [c, s] = [proof.c, proof.s].map(scalarOf);
  if (c === undefined || s === undefined) return 'number';
  const said = [combined([s, base], [-c, alpha]), combined([s, key], [-c, beta.subtract(base)])].map(
    (point) => point.toBytes(),
  );
  return challenge('pendopo/award/v1/sum', whole, ...said) === c ? undefined : 'not-one-choice';
}
