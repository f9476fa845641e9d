import type { Ballot, Ciphertext } from './bulletin.ts';
import { readPoint } from './group.ts';
import { type Entry, holdsOneOf } from './one-of.ts';
import { type Paper, vectorDigest } from './paper.ts';
import { holdsSumIsOne } from './sum-is-one.ts';

/** Why a ballot does not count; `entry` from 0, and none where the proof of the sum is meant. */
export type BallotFault =
  | { readonly fault: 'category' | 'length' | 'sum' }
  | { readonly fault: 'encoding'; readonly entry?: number }
  | { readonly fault: 'identity' | 'one-of'; readonly entry: number };

/** The first thing wrong with a ballot, or nothing: then it holds exactly one choice, or blank, of this very paper. */
export function verifyBallot(paper: Paper, ballot: Ballot): BallotFault | undefined {
  if (ballot.category !== paper.category) return { fault: 'category' };
  if (ballot.entries.length !== paper.entries) return { fault: 'length' };
  const read = ballot.entries.map(readEntry);
  const entries = read.filter((one) => one !== undefined);
  if (entries.length < read.length) return { fault: 'encoding', entry: read.indexOf(undefined) };
  const open = entries.findIndex(({ alpha, beta }) => alpha.is0() || beta.is0());
  if (open >= 0) return { fault: 'identity', entry: open };
  return proofFault(paper, ballot, entries);
}

/** A ciphertext as points, or none when a point of it is not canonical. */
export function readEntry(entry: Ciphertext): Entry | undefined {
  const [alpha, beta] = [readPoint(entry.alpha), readPoint(entry.beta)];
  return alpha && beta && { alpha, beta };
}

function proofFault(paper: Paper, ballot: Ballot, points: readonly Entry[]): BallotFault | undefined {
  const { key } = paper.key;
  const vector = vectorDigest(paper, ballot.entries);
  for (const [entry, { oneOf }] of ballot.entries.entries()) {
    const place = points[entry];
    const holds = place && holdsOneOf({ key, vector, entry }, place, oneOf);
    if (holds !== true) return { fault: holds === 'encoding' ? 'encoding' : 'one-of', entry };
  }
  const holds = holdsSumIsOne(key, vector, points, ballot.sumIsOne);
  return holds === true ? undefined : { fault: holds === 'encoding' ? 'encoding' : 'sum' };
}
