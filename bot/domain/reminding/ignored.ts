import { localDate } from '../local-date.ts';
import { addWorkingDays, type Calendar } from '../working-days.ts';
import type { Given, Item } from './item.ts';
import { isAgain } from './plan.ts';

/**
 * How many milestones of an item were passed over: said, and neither a tap nor a snooze nor the thing itself since, with the
 * whole next working day to answer. What somebody asked to hear again is not counted.
 */
export function ignoredOf(
  item: Item,
  given: readonly Given[],
  { zone, calendar }: { zone: string; calendar: Calendar },
  now: Date,
): number {
  if (item.done) return 0;
  const today = localDate(now, zone);
  const since = item.touchedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  return given.filter(
    (one) =>
      one.item === item.key &&
      !isAgain(one.milestone) &&
      since < one.at.getTime() &&
      addWorkingDays(calendar, localDate(one.at, zone), 1).due < today,
  ).length;
}
