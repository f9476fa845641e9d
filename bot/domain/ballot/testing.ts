import { createHash } from 'node:crypto';
import { addBallots } from './add.ts';
import type { Ballot, BallotCategory, CategoryShare, CategorySum } from './bulletin.ts';
import { encryptBallot } from './encrypt.ts';
import { drawScalar, generator, type Random, scalars, times } from './group.ts';
import { type Share, splitKey } from './keys.ts';
import { proveOneOf } from './one-of.ts';
import { type Election, type Paper, paperOf, vectorDigest } from './paper.ts';
import { openPartly } from './partial.ts';
import { proveSumIsOne } from './sum-is-one.ts';

/** Dice that fall alike for everybody: the n-th call gives the beginning of SHA-512 of `seed:n`, n from 0. */
export function dice(seed: string): Random {
  let call = 0;
  return (bytes) => {
    const fallen = createHash('sha512').update(`${seed}:${call}`).digest().subarray(0, bytes);
    call += 1;
    return fallen;
  };
}

/** What a test knows to be there; a fault fails the test with its name. */
export function sure<T>(made: T): Exclude<T, { fault: unknown } | undefined> {
  if (made === undefined || (typeof made === 'object' && made !== null && 'fault' in made))
    throw new Error(`expected a result: ${JSON.stringify(made)}`);
  return made as Exclude<T, { fault: unknown } | undefined>;
}

export const rulesHash = 'ab'.repeat(32);

/** A category with a fresh key, and everything a test asks of it. */
export function booth(seed: string, candidates: readonly string[] = ['Ayu', 'Bima'], cycle = '2027') {
  const random = dice(seed);
  const { publicKey, shares } = splitKey(random);
  const election: Election = { cycle, rules_hash: rulesHash, public_key: publicKey };
  const category: BallotCategory = { category: 'pelaksana', candidates };
  const paper = sure(paperOf(election, category));
  return { random, election, category, paper, shares: shares as readonly [Share, Share, Share] };
}

export const cast = (paper: Paper, choices: readonly number[], random: Random): Ballot[] =>
  choices.map((choice) => sure(encryptBallot(paper, choice, random)));

export const summed = (paper: Paper, ballots: readonly Ballot[]): CategorySum =>
  sure(addBallots(paper, ballots));

export const opened = (paper: Paper, sum: CategorySum, share: Share, random: Random): CategoryShare =>
  sure(openPartly(paper, sum, share, random));

/** A ballot that holds whatever numbers a cheat likes, with the best proofs that the honest way of proving yields. */
export function forged(paper: Paper, numbers: readonly bigint[], random: Random): Ballot {
  const { key } = paper.key;
  const filled = numbers.map((number) => {
    const factor = drawScalar(random);
    const hidden = times(generator, scalars.create(number));
    const points = { alpha: times(generator, factor), beta: times(key, factor).add(hidden) };
    return { number, factor, points, alpha: points.alpha.toHex(), beta: points.beta.toHex() };
  });
  const vector = vectorDigest(paper, filled);
  const together = filled.reduce((sum, { factor }) => scalars.add(sum, factor), 0n);
  return {
    category: paper.category,
    entries: filled.map(({ number, factor, points, alpha, beta }, entry) => ({
      alpha,
      beta,
      oneOf: proveOneOf({ key, vector, entry }, points, number === 0n ? 0 : 1, factor, random),
    })),
    sumIsOne: proveSumIsOne(key, vector, together, random),
  };
}
