import type { LocalDate } from '../local-date.ts';

/** Where somebody stands with a training: taking part, on its waiting list, or no longer. */
export const enrolmentStates = ['registered', 'waiting', 'withdrawn'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** Somebody and one training. `source`: they registered themselves, or their office did; days are local. */
export type Enrolment = {
  training: string;
  state: EnrolmentState;
  source: 'self' | 'office';
  /** This person's own last day; else the training's holds. */
  completeBy: LocalDate | null;
  since: LocalDate;
  attendedOn: LocalDate | null;
  finishedOn: LocalDate | null;
  /** The four questions about the training were answered. */
  reviewed: boolean;
};
