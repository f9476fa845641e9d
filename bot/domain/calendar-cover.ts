import { addCalendarDays, type LocalDate, weekday } from './local-date.ts';
import { addWorkingDays, type Calendar } from './working-days.ts';

/** The decree (SKB) for a year usually comes in September or October before it; from then on its absence is a fault. */
const expectedFrom = '-10-01';

/** The first year whose holidays are missing although they should be known, early enough to import them before anybody is promised a wrong date. */
export function holidaysMissing(calendar: Calendar, today: LocalDate): number | undefined {
  const year = Number(today.slice(0, 4));
  const wanted = today >= `${year}${expectedFrom}` ? [year, year + 1] : [year];
  return wanted.find(
    (one) => calendar.coveredUntil < `${one}-12-31` || calendar.coveredFrom > `${one}-01-01`,
  );
}

/** Whether an office gets its weekly digest today: on Monday, or the first working day of a week that begins with a holiday. */
export function isDigestDay(calendar: Calendar, today: LocalDate): boolean {
  const sunday = addCalendarDays(today, -weekday(today));
  return addWorkingDays(calendar, sunday, 1).due === today;
}
