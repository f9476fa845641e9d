import type { VoteRules } from './cycle.ts';

/** How many must have voted: half of the roll and one more, a half person not counted; *50 % + 1* of 15 are 8. */
export const quorumOf = (roll: number, { quorumPercent }: Pick<VoteRules, 'quorumPercent'>): number =>
  Math.floor((roll * quorumPercent) / 100) + 1;

/** `extend`: one more time of `extensionDays` working days; `committee`: it decides what becomes of the vote, with minutes. */
export type QuorumVerdict = 'reached' | 'extend' | 'committee';

/** What follows at the end of the vote in one category; `cast` are ballots, blank ones too. */
export const judgeQuorum = (
  { roll, cast, wasExtended }: { roll: number; cast: number; wasExtended: boolean },
  rules: Pick<VoteRules, 'quorumPercent'>,
): QuorumVerdict => {
  if (cast > roll) throw new RangeError(`${cast} ballots of ${roll} voters`);
  if (cast >= quorumOf(roll, rules)) return 'reached';
  return wasExtended ? 'committee' : 'extend';
};
