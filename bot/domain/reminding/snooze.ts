import { addCalendarDays, type LocalDate, weekday } from '../local-date.ts';
import { addWorkingDays, type Calendar, isWorkingDay } from '../working-days.ts';

/** *Besok* and *pekan depan*, the two choices under a reminder. */
export const snoozes = ['tomorrow', 'next_week'] as const;
export type Snooze = (typeof snoozes)[number];

/** The day on which a person hears of it again: the next working day, or the first one of a later week. */
export function snoozeUntil(snooze: Snooze, today: LocalDate, calendar: Calendar): LocalDate {
  switch (snooze) {
    case 'tomorrow':
      return addWorkingDays(calendar, today, 1).due;
    case 'next_week': {
      const monday = addCalendarDays(today, 7 - ((weekday(today) + 6) % 7));
      return isWorkingDay(calendar, monday) ? monday : addWorkingDays(calendar, monday, 1).due;
    }
    default:
      return snooze satisfies never;
  }
}
