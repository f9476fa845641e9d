import { type Deadline, deadline } from './clock.ts';
import { addCalendarDays, type LocalDate } from './local-date.ts';
import { addWorkingDays, type Calendar, countWorkingDays, type Due, isWorkingDay } from './working-days.ts';

/** The citizen was asked something; without `answeredOn` the question is still open and the clocks stand. */
export type Asking = { askedOn: LocalDate; answeredOn?: LocalDate };

/** Waiting that is over, as the clocks count it: `working` days stood, never more than were left. */
export type Wait = { from: LocalDate; until: LocalDate; working: number };

/** What a city counts by. */
export type ClockRules = { calendar: Calendar; deadlines: readonly Deadline[] };

/** A citizen may be asked twice (own rule; the working days in all are the clock `pause_total`). */
const mostAskings = 2;

/** The waits that are over; a citizen heard late is not held against the office beyond the days allowed in all. */
export function waitsOf(askings: readonly Asking[], rules: ClockRules): Wait[] {
  let left = deadline(rules.deadlines, 'pause_total').n;
  return askings.flatMap(({ askedOn, answeredOn }) => {
    if (answeredOn === undefined) return [];
    const limit = addWorkingDays(rules.calendar, askedOn, left).due;
    const capped = countWorkingDays(rules.calendar, askedOn, answeredOn) > left;
    const until = capped ? limit : answeredOn;
    const working = countWorkingDays(rules.calendar, askedOn, until);
    left -= working;
    return [{ from: askedOn, until, working }];
  });
}

/** The question that is open now, and the last day on which the citizen may answer it. */
export function openAsking(
  askings: readonly Asking[],
  rules: ClockRules,
): { nth: number; askedOn: LocalDate; limit: Due } | undefined {
  const last = askings.at(-1);
  if (!last || last.answeredOn !== undefined) return undefined;
  const limit = addWorkingDays(rules.calendar, last.askedOn, daysLeft(askings, rules));
  return { nth: askings.length, askedOn: last.askedOn, limit };
}

/** Why the citizen may not be asked again, or `undefined`. */
export function askingFault(
  askings: readonly Asking[],
  rules: ClockRules,
): 'asked_twice' | 'days_used_up' | undefined {
  if (askings.length >= mostAskings) return 'asked_twice';
  return daysLeft(askings, rules) > 0 ? undefined : 'days_used_up';
}

/**
 * A promise made on `madeOn`, moved on by the working days it stood. A question asked after the promise was broken mends
 * nothing; one asked on its last day gives the office the day of the answer, or the first working day after it.
 */
export function movedBy(waits: readonly Wait[], promise: Due, madeOn: LocalDate, calendar: Calendar): Due {
  return waits.reduce((moved, wait) => {
    if (wait.from < madeOn || wait.from > moved.due) return moved;
    const next = addWorkingDays(calendar, moved.due, wait.working);
    const due = next.due < wait.until ? firstWorkingDay(calendar, wait.until) : next.due;
    return { due, estimate: moved.estimate || next.estimate };
  }, promise);
}

/** That day, or the first working day after it. */
export function firstWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, addCalendarDays(date, -1), 1).due;
}

function daysLeft(askings: readonly Asking[], rules: ClockRules): number {
  const used = waitsOf(askings, rules).reduce((sum, { working }) => sum + working, 0);
  return deadline(rules.deadlines, 'pause_total').n - used;
}
