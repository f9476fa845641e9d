import { TZDate } from '@date-fns/tz';

/** A day of the calendar as people in the agency's zone write it: `2026-11-25`. It sorts as text. */
export type LocalDate = string;

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The local day an instant falls on; `zone` is an IANA name (`Asia/Jakarta` WIB, `Asia/Makassar` WITA, `Asia/Jayapura` WIT). */
export function localDate(instant: Date, zone: string): LocalDate {
  const local = new TZDate(instant.getTime(), zone);
  return isoDate(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
}

/** The last instant of a local day, 23:59:59.999: citizens are promised a day, never an hour. */
export function endOfLocalDay(date: LocalDate, zone: string): Date {
  const day = new Date(utcMidnight(date));
  const end = new TZDate(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 23, 59, 59, 999, zone);
  return new Date(end.getTime());
}

/** Calendar days (*hari*, as in UU 25/2009 and Perpres 76/2013): weekends and holidays count. */
export function addCalendarDays(date: LocalDate, n: number): LocalDate {
  return isoDate(utcMidnight(date) + n * dayMs);
}

/** A clock of hours (*jam*, UU 27/2022): runs through nights, weekends and holidays. */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * hourMs);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(utcMidnight(date)).getUTCDay();
}

/** Whether a text is a day that exists: `2026-02-30` is none. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && isoDate(ms) === text;
}

function utcMidnight(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a local date (YYYY-MM-DD): ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}

function isoDate(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}
