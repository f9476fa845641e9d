import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { once } from '../once.ts';
import { recall } from '../reminding/recall.ts';
import { type Calendar, countWorkingDays } from '../working-days.ts';

/** Time after a day until 31 December: whole weeks, and working days; `estimate` where the decrees on holidays do not reach so far. */
export type YearLeft = { weeks: number; workingDays: number; estimate: boolean };

const weekMs = 7 * 86_400_000;

/** Of a calendar by its days, which everybody shares. */
const reckoned = once((_: Calendar) => new Map<LocalDate, YearLeft>());

/** The day itself is not counted: in the evening it is over. */
export const yearLeft = (calendar: Calendar, today: LocalDate): YearLeft =>
  recall(reckoned(calendar), today, () => reckon(calendar, today));

const reckon = (calendar: Calendar, today: LocalDate): YearLeft => {
  const lastDay = `${today.slice(0, 4)}-12-31`;
  const outside = addCalendarDays(today, 1) < calendar.coveredFrom || lastDay > calendar.coveredUntil;
  return {
    weeks: Math.floor((Date.parse(lastDay) - Date.parse(today)) / weekMs),
    workingDays: countWorkingDays(calendar, today, lastDay),
    estimate: today < lastDay && outside,
  };
};
