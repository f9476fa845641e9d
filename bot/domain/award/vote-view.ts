import type { PublicKey } from '../ballot/bulletin.ts';
import type { LocalDate } from '../local-date.ts';
import type { AwardCategory } from './award-category.ts';
import type { CoreValue } from './berakhlak.ts';
import type { NomineeEvidence } from './nominee-evidence.ts';

/** How the vote stands for whoever asks; `hours` until a chat that was linked lately may vote. */
export type Voting =
  | { is: 'none' | 'stranger' | 'not-yours' | 'preparing' }
  | { is: 'early'; title: string; from: LocalDate }
  | { is: 'over'; title: string }
  | { is: 'unsettled'; hours: number }
  | OpenVote;

/** A vote that somebody may take part in now; `until`: its last local day. */
export type OpenVote = {
  is: 'open';
  title: string;
  until: LocalDate;
  categories: { category: AwardCategory; candidates: number; voted: boolean }[];
};

/** Whom a voter may choose in a category; `look`: the sealed button of each, and of a blank ballot. */
export type VoteList = {
  category: AwardCategory;
  candidates: { name: string; unit: string; look: string }[];
  blank: string;
};

/** What stands beside a candidate; figures only where the candidate has seen the record. */
export type CandidatePage = {
  name: string;
  unit: string;
  forwarded: { by: string; reason: string } | null;
  values: CoreValue[];
  evidence: NomineeEvidence | null;
};

/** A choice that was opened again: null stands for a blank ballot. `cast`: the sealed button that sends it. */
export type VoteChoice = {
  category: AwardCategory;
  candidate: CandidatePage | null;
  cast: string;
  ballot: BallotToFill;
};

/** All that is needed to encrypt a choice: `entry` as on the paper, the number of `candidates` for blank. */
export type BallotToFill = {
  cycle: number;
  election: { cycle: string; rules_hash: string; public_key: PublicKey };
  candidates: string[];
  entry: number;
};

/** Whether a receipt is on the list, which is shown only after the close. */
export type ReceiptLook =
  | { is: 'listed'; category: AwardCategory; title: string }
  | { is: 'later'; until: LocalDate }
  | { is: 'unlisted' };
