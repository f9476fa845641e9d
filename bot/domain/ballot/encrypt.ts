import type { Ballot } from './bulletin.ts';
import { drawScalar, generator, identity, type Random, scalars, times, writePoint } from './group.ts';
import { proveOneOf } from './one-of.ts';
import { type Paper, vectorDigest } from './paper.ts';
import { proveSumIsOne } from './sum-is-one.ts';

/**
 * The ballot of one choice: the candidate's number from 0, the number of candidates for blank; no ballot when the paper has
 * no such entry. Exponential ElGamal (Cramer, Gennaro, Schoenmakers, EUROCRYPT 1997). Who keeps the random bytes can read
 * it, so nobody may.
 */
export function encryptBallot(paper: Paper, choice: number, random: Random): Ballot | undefined {
  if (!Number.isInteger(choice) || choice < 0 || choice >= paper.entries) return undefined;
  const { key } = paper.key;
  const filled = Array.from({ length: paper.entries }, (_, entry) => {
    const vote = entry === choice ? (1 as const) : (0 as const);
    const factor = drawScalar(random);
    const points = {
      alpha: times(generator, factor),
      beta: times(key, factor).add(vote === 1 ? generator : identity),
    };
    return { vote, factor, points, alpha: writePoint(points.alpha), beta: writePoint(points.beta) };
  });
  const vector = vectorDigest(paper, filled);
  return {
    category: paper.category,
    entries: filled.map(({ vote, factor, points, alpha, beta }, entry) => ({
      alpha,
      beta,
      oneOf: proveOneOf({ key, vector, entry }, points, vote, factor, random),
    })),
    sumIsOne: proveSumIsOne(
      key,
      vector,
      filled.reduce((sum, { factor }) => scalars.add(sum, factor), 0n),
      random,
    ),
  };
}
