import { smallGroup } from '../skm/hide-small.ts';
import type { VoteRules } from './cycle.ts';
import { quorumOf } from './quorum.ts';

/** How the vote of a category ended. `votes`: for each paper, then blank; `null` where it was not opened, as with fewer than five ballots. */
export type CategoryVote = { roll: number; votes: readonly number[] | null; decided: boolean };

/**
 * What the vote of a category says for its result. `uncounted`: the committee ranks without it, since fewer than five ballots are
 * published nowhere; `undecided`: its minutes must first say that the category is ranked all the same.
 */
export type VoteSays =
  | { is: 'counted'; votes: readonly number[]; ballots: number }
  | { is: 'uncounted' }
  | { is: 'undecided'; why: 'few' | 'quorum' };

/** Whether a category's vote counts: with its quorum, or without it where the committee's minutes decided so. */
export const voteSays = (
  { roll, votes, decided }: CategoryVote,
  rules: Pick<VoteRules, 'quorumPercent'>,
): VoteSays => {
  const ballots = (votes ?? []).reduce((all, one) => all + one, 0);
  if (votes === null || ballots < smallGroup)
    return decided ? { is: 'uncounted' } : { is: 'undecided', why: 'few' };
  return ballots >= quorumOf(roll, rules) || decided
    ? { is: 'counted', votes, ballots }
    : { is: 'undecided', why: 'quorum' };
};
