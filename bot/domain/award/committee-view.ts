import type { LocalDate } from '../local-date.ts';
import type { AwardCategory } from './award-category.ts';
import type { CoreValue } from './berakhlak.ts';
import type { CandidateState, CandidateStep } from './committee-steps.ts';
import type { Eligibility } from './eligibility.ts';
import type { InnovationMarks } from './innovation.ts';
import type { JudgeBar } from './may-judge.ts';
import type { NomineeEvidence } from './nominee-evidence.ts';
import type { Consent, Verdict } from './nominee-state.ts';
import type { Standing } from './standing.ts';

/** A candidate as a line of a list. `marked`: the member has scored it. */
export type CandidateLine = {
  id: number;
  name: string;
  office: string;
  category: AwardCategory;
  state: CandidateState;
  may: CandidateStep[];
  marked: boolean;
};

/**
 * What a member of the committee finds under `/panitia`. `ends`: the last day of the phase, or where none is on the day the next
 * one begins; `nominees`: how many are named by category; `objections`: numbers that wait for this member; `noted`: candidates
 * with a pattern among their nominations.
 */
export type CommitteeDesk = {
  title: string;
  standing: Standing;
  ends: LocalDate | null;
  verifiesFrom: LocalDate;
  nominees: { category: AwardCategory; count: number }[];
  lines: CandidateLine[];
  objections: string[];
  noted: number;
};

/** A pattern among the nominations of a candidate, without the names of those who nominated; a note and nothing else. */
export type CandidateNote =
  | { is: 'reciprocal' }
  | { is: 'block'; unit: string; nominators: number }
  | { is: 'burst'; nominators: number; minutes: number };

/** A candidate as a member of the committee sees it. `version` changes with every verdict and reply; `mine`: the member's own marks; `mean`: of all, two decimals with a point, once the phase is past. */
export type CandidateView = {
  id: number;
  version: string;
  name: string;
  position: string;
  office: string;
  category: AwardCategory;
  standing: Standing;
  ends: LocalDate | null;
  bar: JudgeBar | null;
  may: CandidateStep[];
  state: CandidateState;
  forwardReason: string | null;
  consent: Consent | null;
  verdict: Verdict | null;
  verdictReason: string | null;
  reply: string | null;
  judge: string | null;
  judgedOn: LocalDate | null;
  evidence: NomineeEvidence;
  /** Whether the figures are kept already, so that everybody sees the same ones. */
  kept: boolean;
  innovation: string | null;
  stories: { value: CoreValue; words: string }[];
  rules: Eligibility['rules'];
  eligibility: Eligibility['is'];
  notes: CandidateNote[];
  mine: InnovationMarks | null;
  mean: string | null;
  progress: { done: number; of: number };
  /** So many characters a reason to refuse has at least. */
  reasonLeast: number;
};

/** What the committee asks a nominee, as the nominee sees it; `until`: the last day to answer. */
export type CommitteeQuestion = {
  title: string;
  category: AwardCategory;
  question: string;
  reply: string | null;
  open: boolean;
  until: LocalDate;
};
