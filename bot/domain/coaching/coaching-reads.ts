import type { LocalDate } from '../local-date.ts';
import type { ElementKey } from '../skm/elements.ts';
import type { CoachingAnswer } from './coaching-answer.ts';
import type { BeforeAfter, Figure, ShownFigure } from './figure.ts';

/**
 * What was proposed to an office, as it is told: never a figure that fewer than five stand on. `days` and `until`: the window
 * that `before` is of; `checks`: the looks back so far, each so many days after the proposal.
 */
export type CoachingGoal = {
  id: number;
  unit: { code: string; name: string };
  element: ElementKey;
  on: LocalDate;
  kind: Figure['kind'];
  days: number;
  until: LocalDate;
  before: ShownFigure;
  aim: string;
  module: { code: string; title: string; minutes: number } | null;
  answer: CoachingAnswer | null;
  checks: ({ day: number } & BeforeAfter)[];
};

/** The same as somebody looks at it. `next`: another goal of that office that is open. */
export type CoachingLook = CoachingGoal & { answers: CoachingAnswer[]; next: number | null };

/** One page (from 0) of the goals that are on the way in the offices that somebody may look at, the newest first. */
export type CoachingPage = { goals: CoachingGoal[]; page: number; last: number };

/** What a conversation may look up of what was proposed to offices. */
export type CoachingReads = {
  /** Null where it is none of theirs, or there is none. */
  coaching: (id: number) => Promise<CoachingLook | null>;
  /** Null for whoever may look at no office. */
  coachingGoals: (page: number) => Promise<CoachingPage | null>;
};
