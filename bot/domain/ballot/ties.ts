import type { BallotCategory, CategoryTotal, Tie } from './bulletin.ts';

/** The candidates of a category who have equally many votes, highest first. Blank is no candidate and ties with nobody. */
export function tiesOf({ category, candidates }: BallotCategory, { votes }: CategoryTotal): Tie[] {
  const numbers = [...new Set(votes.slice(0, candidates.length))].sort((a, b) => b - a);
  return numbers
    .map((number) => ({
      category,
      votes: number,
      candidates: candidates.filter((_, at) => votes[at] === number),
    }))
    .filter((tie) => tie.candidates.length > 1);
}
