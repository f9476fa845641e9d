import type { AwardCategory } from './award-category.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import type { Phase } from './phase.ts';
import type { ScoreRules } from './score-rules.ts';
import type { SignalRules } from './signals.ts';

/** By what a tie of the rounded total is broken; `komite` decides by minutes (*berita acara*), never by chance. */
export const tieSteps = ['kinerja', 'inovasi', 'masa_kerja', 'komite'] as const;
export type TieStep = (typeof tieSteps)[number];

/**
 * Whose nominees a voter may not choose, beside the voter: those of the own office, those the voter named. `divisor`: what a
 * nominee's votes are counted against, all valid ballots of the category or the voters who could choose the nominee.
 */
export type VoteRules = {
  ownOffice: 'barred' | 'allowed';
  ownNominee: 'barred' | 'allowed';
  divisor: 'valid' | 'could_choose';
  /** More than so many percent of the roll must have voted in a category, else there is one extension of so many working days. */
  quorumPercent: number;
  extensionDays: number;
};

/** `storyLeast`: characters of a nomination's story; `reasonLeast`: of the reason with which a head forwards, and of an objection. */
export type NominationRules = {
  nominators: 'all' | 'supervisors';
  storyLeast: number;
  reasonLeast: number;
};

/**
 * One round of the award as it is published before nominations open, and hashed when it opens: nothing in it changes
 * afterwards. Every number is whole, so that its canonical form is the same in any language.
 */
export type Cycle = {
  code: string;
  title: string;
  year: number;
  phases: readonly Phase[];
  categories: readonly AwardCategory[];
  nomination: NominationRules;
  eligibility: EligibilityRules;
  score: ScoreRules;
  vote: VoteRules;
  ties: readonly TieStep[];
  signals: SignalRules;
};
