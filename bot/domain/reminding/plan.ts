import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { once } from '../once.ts';
import type { Item, Milestone } from './item.ts';
import { type Milestones, type Schedule, scheduleOf } from './milestones.ts';
import { type Worker, workedDay } from './writing-hours.ts';

/** An occasion and the first day on which it can be said. */
export type Planned = { milestone: Milestone; on: LocalDate };

/**
 * The occasions of an item in the order of their days. One on a day off is said on the next day the person works; when none
 * is left before the deadline, on the last day before it, so that a deadline in the holidays takes nobody by surprise.
 */
export function planOf(item: Item, milestones: Milestones, worker: Worker): Planned[] {
  const { due, snoozedUntil } = item;
  const schedule = scheduleOf(item, milestones);
  const mayBeLate = 'daysLeft' in schedule && schedule.daysLeft.some((left) => left < 0);
  const asked = snoozedUntil !== undefined && (snoozedUntil <= due || mayBeLate);
  return [
    ...(asked ? [{ milestone: `${again}${snoozedUntil}`, on: snoozedUntil }] : []),
    ...occasions(schedule, due).map(({ milestone, on }) => ({ milestone, on: sayOn(on, due, worker) })),
  ].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

const again = 'again:';

/** Whether the person asked to hear it then; such a one is never held against them. */
export const isAgain = (milestone: Milestone): boolean => milestone.startsWith(again);

/** Of a schedule by its deadlines, which many people share. */
const known = once((_: Schedule) => new Map<LocalDate, Planned[]>());

function occasions(schedule: Schedule, due: LocalDate): Planned[] {
  const made = known(schedule).get(due) ?? reckoned(schedule, due);
  known(schedule).set(due, made);
  return made;
}

function reckoned(schedule: Schedule, due: LocalDate): Planned[] {
  return 'daysLeft' in schedule
    ? schedule.daysLeft
        .toSorted((one, other) => other - one)
        .map((left) => ({ milestone: String(left), on: addCalendarDays(due, -left) }))
    : schedule.yearDays
        .toSorted()
        .map((day) => ({ milestone: day, on: `${due.slice(0, 4)}-${day}` }))
        .filter(({ on }) => on <= due);
}

function sayOn(wanted: LocalDate, due: LocalDate, worker: Worker): LocalDate {
  const next = workedDay(worker, wanted, 1);
  return wanted > due || next <= due ? next : workedDay(worker, due, -1);
}
