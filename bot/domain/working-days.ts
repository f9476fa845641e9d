import { addCalendarDays, type LocalDate, weekday } from './local-date.ts';
import { once } from './once.ts';

/** Both kinds of holiday, *libur nasional* and *cuti bersama*, and the span of days the decrees (SKB) cover. */
export type Calendar = {
  holidays: ReadonlySet<LocalDate>;
  coveredFrom: LocalDate;
  coveredUntil: LocalDate;
};

/** `estimate` is true when the count left the covered span: a year without rows is unknown, not free of holidays. */
export type Due = { due: LocalDate; estimate: boolean };

/** The office asked the citizen on one day and was answered on another; the days between are not counted. */
export type Pause = { askedOn: LocalDate; answeredOn: LocalDate };

/** Monday to Friday and not a holiday (office week of Perpres 21/2023). */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !calendar.holidays.has(date);
}

/**
 * The nth working day after `from`. The day of receipt is day 0, also when it is not a working day;
 * 0 days means that very day. The deadline ends with its local day.
 */
export function addWorkingDays(calendar: Calendar, from: LocalDate, n: number): Due {
  const counted = countedOf(calendar);
  const name = `${from}|${n}`;
  const due = counted.get(name) ?? countedOn(calendar, from, n);
  counted.set(name, due);
  return due;
}

/** What was counted on a calendar; a day asks for the same few dates over and over. */
const countedOf = once((_: Calendar) => new Map<string, Due>());

function countedOn(calendar: Calendar, from: LocalDate, n: number): Due {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`working days must be a whole number ≥ 0: ${n}`);
  let due = from;
  for (let left = n; left > 0; ) {
    due = addCalendarDays(due, 1);
    if (isWorkingDay(calendar, due)) left -= 1;
  }
  const before = n > 0 && addCalendarDays(from, 1) < calendar.coveredFrom;
  return { due, estimate: before || due > calendar.coveredUntil };
}

/** Working days after one day, up to and including another; 0 when the second is not later. */
export function countWorkingDays(calendar: Calendar, after: LocalDate, upTo: LocalDate): number {
  let count = 0;
  for (let day = addCalendarDays(after, 1); day <= upTo; day = addCalendarDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** A deadline that stood still while the citizen was asked. */
export function addWithPause(calendar: Calendar, from: LocalDate, n: number, pauses: readonly Pause[]): Due {
  const waited = pauses.reduce(
    (sum, pause) => sum + countWorkingDays(calendar, pause.askedOn, pause.answeredOn),
    0,
  );
  return addWorkingDays(calendar, from, n + waited);
}

/** The working day before a day: when an officer is asked about a promise that may be broken. */
export function workingDayBefore(calendar: Calendar, date: LocalDate): LocalDate {
  let day = addCalendarDays(date, -1);
  while (!isWorkingDay(calendar, day)) day = addCalendarDays(day, -1);
  return day;
}
