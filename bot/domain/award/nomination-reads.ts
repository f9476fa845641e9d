import type { StaffRole } from '../roles.ts';
import type { Jp } from '../training/jp.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { AwardCategory } from './award-category.ts';
import type { CoreValue } from './berakhlak.ts';
import type { Cycle, NominationRules } from './cycle.ts';
import type { EligibilityName, Judged } from './eligibility.ts';
import type { NomineeAct } from './nominee-acts.ts';
import type { NomineeEvidence } from './nominee-evidence.ts';
import type { Consent, Verdict } from './nominee-state.ts';
import type { Phase, PhaseName } from './phase.ts';
import type { Predicate } from './predicate.ts';
import type { Standing } from './standing.ts';

/** A cycle as a message tells of it. */
export type AwardTold = { title: string; standing: Standing; phases: Phase[]; categories: AwardCategory[] };

/** What somebody who serves may do with the award just now. */
export const awardDoors = ['nominate', 'forward', 'vote', 'committee', 'object'] as const;
export type AwardDoor = (typeof awardDoors)[number];

/** How the newest cycle stands for one of the staff; `cards`: where they are named themselves. */
export type AwardLook = AwardTold & {
  weights: Cycle['score']['weights'];
  announced: boolean;
  doors: AwardDoor[];
  cards: { id: number; category: AwardCategory }[];
};

/** What nominating is decided by; `made`: the categories in which this person's word is given. Null for `award`: none was ever opened. */
export type NominatingDesk = {
  me: { id: number; hats: StaffRole[] };
  award: (AwardTold & { nomination: NominationRules }) | null;
  made: AwardCategory[];
  heads: boolean;
};

/** Somebody who can be named, without their number; `declined`: categories in which they would rather not be. */
export type Colleague = {
  id: number;
  name: string;
  position: string;
  unit: string;
  kind: EmployeeKind;
  proposed: AwardCategory;
  declined: AwardCategory[];
};

/** A nominee as they see themselves. `record`: null before it is theirs to correct. */
export type NomineeCard = AwardTold & {
  id: number;
  year: number;
  category: AwardCategory;
  unit: string;
  named: number;
  values: CoreValue[];
  consent: Consent | null;
  sawRecord: boolean;
  forwarded: boolean;
  verdict: Verdict | null;
  innovation: string | null;
  rules: { name: EligibilityName; judged: Judged }[];
  record: NomineeRecord | null;
  may: NomineeAct[];
};

/** One nomination without whose it is. */
export type Told = { value: CoreValue; story: string };

/** What the committee judges by. `attendance`: percent with a point, of three months. */
export type NomineeRecord = {
  predicates: { year: number; predicate: Predicate | null }[];
  attendance: string | null;
  jp: Jp;
  evidence: NomineeEvidence | null;
};

/** A nominee of the office as its head sees them. */
export type Forwardable = {
  id: number;
  employee: number;
  name: string;
  position: string;
  category: AwardCategory;
  named: number;
  declined: boolean;
  forwarded: boolean;
};

/** What forwarding is decided by; `heads`: the office's code, null for whoever heads none; `stories`: of the one nominee asked for. */
export type ForwardingDesk = {
  me: number;
  award: (AwardTold & { nomination: NominationRules }) | null;
  heads: string | null;
  office: string;
  nominees: Forwardable[];
  stories: Told[];
};

/** What a conversation may look up of nominating and being named. */
export type NominationReads = {
  /** Null for a chat that speaks as nobody, `none` where no cycle was ever opened. */
  awardLook: () => Promise<AwardLook | 'none' | null>;
  nominating: () => Promise<NominatingDesk | null>;
  /** Colleagues by words of a name or a whole NIP, at most `mostFound`, the likeliest first. */
  colleaguesLike: (words: string) => Promise<Colleague[]>;
  colleague: (id: number) => Promise<Colleague | null>;
  /** One's own card; null for everybody else's. */
  nomineeCard: (id: number) => Promise<NomineeCard | null>;
  /** What colleagues told of oneself, without their names; none of anybody else. */
  ownStories: (id: number) => Promise<Told[]>;
  /** `nominee`: whose stories are read as well. */
  forwarding: (nominee: number | null) => Promise<ForwardingDesk | null>;
};

export const mostFound = 5;

/** The phase a cycle is in, or that comes next; null behind the last. */
export const phaseNow = ({ standing, phases }: Pick<AwardTold, 'standing' | 'phases'>): Phase | null => {
  if (standing.is === 'before') return phases[0] ?? null;
  const at = phases.findIndex(({ name }) => name === standing.phase);
  return phases[standing.is === 'in' ? at : at + 1] ?? null;
};

/** A phase by its name. */
export const phaseNamed = ({ phases }: Pick<AwardTold, 'phases'>, wanted: PhaseName): Phase | undefined =>
  phases.find(({ name }) => name === wanted);
