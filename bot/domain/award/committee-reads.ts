import type { CandidateView, CommitteeDesk, CommitteeQuestion } from './committee-view.ts';

/** What conversations of the committee, and of whom it asks, may look up. */
export type CommitteeReads = {
  /** `none`: no cycle was ever opened; null for whoever is no member. */
  committeeDesk: () => Promise<CommitteeDesk | 'none' | null>;
  /** A candidate of the newest cycle once nominations are over; null for whoever is no member and for a number nobody has. */
  candidate: (id: number) => Promise<CandidateView | null>;
  /** What the committee asked about a nomination, for the nominee alone. */
  committeeQuestion: (nominee: number) => Promise<CommitteeQuestion | null>;
};
