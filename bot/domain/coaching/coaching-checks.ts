import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { CoachingProposal } from './coaching-proposals.ts';
import { type CoachingRules, usualCoaching } from './coaching-rules.ts';
import { type Window, windowBefore } from './figure.ts';

/** A look back at a proposal: so many days after it, over a window as long as the first. */
export type CoachingCheck = { day: number; window: Window };

/**
 * The looks back that are due and were not told yet. Each has its own window, so that one told late shows what it would have
 * shown on its day.
 */
export const checksDue = (
  { on }: Pick<CoachingProposal, 'on'>,
  told: readonly number[],
  today: LocalDate,
  { checks, windowDays }: CoachingRules = usualCoaching,
): CoachingCheck[] =>
  checks
    .filter((day) => !told.includes(day) && addCalendarDays(on, day) <= today)
    .map((day) => ({ day, window: windowBefore(addCalendarDays(on, day), windowDays) }));
