import { addCalendarDays, type LocalDate } from './local-date.ts';
import { readDate } from './read-date.ts';

const yesterday = ['kemarin', 'wingi', 'kalawingi', 'patang', 'yesterday'];

/**
 * A day that has come already as people type it: *kemarin*, *3 Nov*, *3/11/2026*. What leaves the year open is the last such
 * day, today included; a year that was written is kept, also one to come, for the caller to refuse.
 */
export const readPastDate = (typed: string, today: LocalDate): LocalDate | undefined => {
  const text = typed.trim().toLowerCase().replace(/[.,]$/, '');
  if (yesterday.includes(text)) return addCalendarDays(today, -1);
  const year = Number(today.slice(0, 4));
  const [now, before] = [year, year - 1].map((one) => readDate(`${text} ${one}`, today));
  if (now !== undefined && now <= today) return now;
  if (before !== undefined) return before;
  const date = readDate(text, today);
  const tomorrow = addCalendarDays(today, 1);
  const isRelative = date !== undefined && readDate(text, tomorrow) === addCalendarDays(date, 1);
  const isWeekday = date !== undefined && date > today && /^[a-z']+$/.test(text) && !isRelative;
  return isWeekday ? addCalendarDays(date, -7) : date;
};
