import type { VoteRules } from './cycle.ts';
import type { Voter } from './roll.ts';

/** What a voter has to do with candidates; `named`: whom the voter nominated, `kin`: a known spouse or relative. */
export type VoterTies = { named: readonly number[]; kin: readonly number[] };

/** Whether a voter may choose a candidate: never oneself or kin, by default nobody of the own office (`award.md`). Blank is always a choice. */
export const mayChoose = (
  voter: Pick<Voter, 'id' | 'office'>,
  candidate: { id: number; office: string },
  { named, kin }: VoterTies,
  rules: Pick<VoteRules, 'ownOffice' | 'ownNominee'>,
): boolean =>
  candidate.id !== voter.id &&
  !kin.includes(candidate.id) &&
  !(rules.ownOffice === 'barred' && candidate.office === voter.office) &&
  !(rules.ownNominee === 'barred' && named.includes(candidate.id));
