import type { LocalDate } from '../local-date.ts';
import { type Jp, percentOf } from './jp.ts';
import type { JpDuty, PaceMilestone } from './training-rules.ts';

/** A day of this year, what should be done by then, and what of it is not. */
export type PaceDue = { on: LocalDate; due: Jp; missing: Jp };

/** `behind`: the latest milestone that has come, if its hours have not; `next`: the one that comes. */
export type Pace = { behind: PaceDue | null; next: PaceDue | null };

/**
 * How a year's hours keep up with the milestones towards the target. A milestone has come with the morning of its day. Who
 * owes nothing is never behind.
 */
export const paceOf = (
  verified: Jp,
  today: LocalDate,
  duty: JpDuty,
  milestones: readonly PaceMilestone[],
): Pace => {
  if (duty.is !== 'target') return { behind: null, next: null };
  const all = milestones
    .map(({ on, percent }) => {
      const due = percentOf(duty.jp, percent);
      return { on: `${today.slice(0, 4)}-${on}`, due, missing: Math.max(0, due - verified) };
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  const come = all.findLast(({ on }) => on <= today);
  return {
    behind: come && come.missing > 0 ? come : null,
    next: all.find(({ on }) => on > today) ?? null,
  };
};
