import type { LocalDate } from '../local-date.ts';
import type { Given, Item } from './item.ts';
import { lastCall } from './milestones.ts';
import { dayOf, type Office } from './office-days.ts';
import type { Planned } from './plan.ts';

/** The milestones of one item that were said, and the last day on which one was. */
export type Said = { milestones: ReadonlySet<string>; last: LocalDate | undefined };

/** Kept by name and by day, for a day may move when a holiday or a leave is entered late. */
export function saidOf({ key }: Item, given: readonly Given[], office: Office): Said {
  const said = given.filter(({ item }) => item === key);
  const last = Math.max(...said.map(({ at }) => at.getTime()));
  return {
    milestones: new Set(said.map(({ milestone }) => milestone)),
    last: said.length > 0 ? dayOf(office, new Date(last)) : undefined,
  };
}

/**
 * What is to be said of an open item on a day: the latest occasion that has come and was not said. What lies before it, or
 * before the last day on which the item was spoken of, is dropped: after a silence nobody gets a burst.
 */
export function outstanding(
  item: Item,
  plan: readonly Planned[],
  said: Said,
  today: LocalDate,
): Planned | undefined {
  const last = said.last ?? '';
  return plan.findLast(
    ({ milestone, on }) =>
      item.since <= on &&
      on <= today &&
      last < on &&
      !said.milestones.has(milestone) &&
      (today <= item.due || item.due < on) &&
      !isHidden(item, milestone, today),
  );
}

/** A snooze hides everything until its day but the day of the deadline. */
const isHidden = ({ snoozedUntil, due }: Item, milestone: string, today: LocalDate): boolean =>
  snoozedUntil !== undefined && today < snoozedUntil && !(milestone === lastCall && today <= due);
