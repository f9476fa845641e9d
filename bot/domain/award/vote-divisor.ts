import type { VoteRules } from './cycle.ts';
import { mayChoose, type VoterTies } from './may-choose.ts';
import type { Voter } from './roll.ts';

/**
 * What a nominee's votes are counted against: all valid ballots of the category, blank ones too, or where the cycle says so the
 * people who voted and could choose the nominee. That is counted from who voted (`voted`), never from ballots.
 */
export const voteDivisor = (
  nominee: { id: number; office: string },
  ballots: { valid: number; voted: readonly (Pick<Voter, 'id' | 'office'> & { ties: VoterTies })[] },
  rules: VoteRules,
): number => {
  switch (rules.divisor) {
    case 'valid':
      return ballots.valid;
    case 'could_choose':
      return ballots.voted.filter((voter) => mayChoose(voter, nominee, voter.ties, rules)).length;
    default:
      return rules.divisor satisfies never;
  }
};
