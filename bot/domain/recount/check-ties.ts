import type { Bulletin, Tie } from '../ballot/bulletin.ts';
import type { Finding } from './finding.ts';

const tiesOf = (candidates: readonly string[], votes: readonly number[], category: string): Tie[] =>
  [...new Set(votes.slice(0, candidates.length))]
    .sort((left, right) => right - left)
    .map((shared) => ({
      category,
      votes: shared,
      candidates: candidates.filter((_, n) => votes[n] === shared),
    }))
    .filter((tie) => tie.candidates.length > 1);

const asText = (ties: readonly Tie[]) =>
  JSON.stringify(ties.map(({ category, votes, candidates }) => [category, votes, candidates]));

/** Whether the ties are exactly those of the totals: everybody of equal votes, blank ones left out. */
export function checkTies(bulletin: Bulletin): Finding[] {
  const listed = new Set(bulletin.categories.map(({ category }) => category));
  const strays = bulletin.ties.filter(({ category }) => !listed.has(category));
  const differs = bulletin.categories.filter(({ category, candidates }) => {
    const votes = bulletin.totals.find((total) => total.category === category)?.votes ?? [];
    const said = bulletin.ties.filter((tie) => tie.category === category);
    return asText(said) !== asText(tiesOf(candidates, votes, category));
  });
  return [...differs, ...strays].map(({ category }) => ({ code: 'ties', category }));
}
