import type { Ballot, CategorySum } from './bulletin.ts';
import { identity, writePoint } from './group.ts';
import type { Entry } from './one-of.ts';
import type { Paper } from './paper.ts';
import { readEntry } from './verify-ballot.ts';

/** Why ballots cannot be added, and the number of the ballot from 0; `repeated`: an `alpha` of it stood there before. */
export type AddFault = {
  readonly fault: 'category' | 'length' | 'encoding' | 'repeated';
  readonly ballot: number;
};

/**
 * The ballots of one category added up entry by entry, none of them opened. Each must have passed `verifyBallot`. A copy of
 * somebody's ballot is refused, for who may cast copies learns the vote from the total (Cortier, Smyth 2011).
 */
export function addBallots(paper: Paper, ballots: readonly Ballot[]): CategorySum | AddFault {
  const seen = new Set<string>();
  let sums: readonly Entry[] = Array.from({ length: paper.entries }, () => ({
    alpha: identity,
    beta: identity,
  }));
  for (const [ballot, { category, entries }] of ballots.entries()) {
    if (category !== paper.category) return { fault: 'category', ballot };
    if (entries.length !== paper.entries) return { fault: 'length', ballot };
    const points = entries.map(readEntry).filter((entry) => entry !== undefined);
    if (points.length < entries.length) return { fault: 'encoding', ballot };
    for (const { alpha } of entries) {
      if (seen.has(alpha)) return { fault: 'repeated', ballot };
      seen.add(alpha);
    }
    sums = sums.map((sum, entry) => added(sum, points[entry]));
  }
  return {
    category: paper.category,
    entries: sums.map(({ alpha, beta }) => ({ alpha: writePoint(alpha), beta: writePoint(beta) })),
  };
}

const added = (sum: Entry, entry: Entry | undefined): Entry =>
  entry ? { alpha: sum.alpha.add(entry.alpha), beta: sum.beta.add(entry.beta) } : sum;
