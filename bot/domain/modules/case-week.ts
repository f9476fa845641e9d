import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { mondayOf } from '../week-figures.ts';
import { type Calendar, isWorkingDay } from '../working-days.ts';

/** Working days of a week: on the first a team is given its case, on the fourth (or the last) what each choice leads to. */
const endsOn = 3;

export type CaseWeek = { monday: LocalDate; ends: LocalDate; today: 'case' | 'ending' };

/**
 * What a day is in the week of a team's case. None where nothing is told, nor in a week with a single working day, which would
 * leave no time to talk. A case that was missed is not made up; its ending may come a working day later.
 */
export const caseWeekOf = (calendar: Calendar, today: LocalDate): CaseWeek | undefined => {
  const monday = mondayOf(today);
  const days = [0, 1, 2, 3, 4]
    .map((day) => addCalendarDays(monday, day))
    .filter((day) => isWorkingDay(calendar, day));
  const [first] = days;
  const ends = days[Math.min(endsOn, days.length - 1)];
  if (!first || !ends || first === ends) return undefined;
  if (today === first) return { monday, ends, today: 'case' };
  return today >= ends && days.includes(today) ? { monday, ends, today: 'ending' } : undefined;
};
