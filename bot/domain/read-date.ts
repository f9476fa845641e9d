import { addCalendarDays, isLocalDate, type LocalDate, weekday } from './local-date.ts';

const months = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february', 'pebruari'],
  ['mar', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'ags', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november', 'nopember'],
  ['des', 'desember', 'dec', 'december'],
];

/** From Monday (1) to Sunday (7), as `weekday` counts. */
const days = [
  ['senin', 'senen', 'monday'],
  ['selasa', 'slasa', 'tuesday'],
  ['rabu', 'rebo', 'rabaa', 'wednesday'],
  ['kamis', 'kemis', 'thursday'],
  ['jumat', "jum'at", 'jemuwah', 'jumaik', 'friday'],
  ['sabtu', 'setu', 'saturday'],
  ['minggu', 'ahad', 'sunday'],
];

const relative: { [word: string]: number } = {
  'hari ini': 0,
  today: 0,
  besok: 1,
  sesuk: 1,
  benjing: 1,
  bisuak: 1,
  tomorrow: 1,
  lusa: 2,
};

/**
 * A day as people type it: *besok*, *Jumat*, *27 Nov*, *27/11/2026*, *2026-11-27*. A day without a year is the next one; a
 * weekday is the next such day after today. `undefined` for anything else and for days no calendar has.
 */
export const readDate = (typed: string, today: LocalDate): LocalDate | undefined => {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.,]$/, '');
  const ahead = relative[text];
  if (ahead !== undefined) return addCalendarDays(today, ahead);
  const day = days.findIndex((names) => names.includes(text)) + 1;
  if (day > 0) return addCalendarDays(today, ((day - weekday(today) + 6) % 7) + 1);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return real(text);
  const plain = text.replace(/^[a-z']+, ?/, '');
  const [, dayOf, monthOf, yearOf] =
    /^(\d{1,2})[ /.-](\d{1,2}|[a-z]+)(?:[ /.-](\d{2}|\d{4}))?$/.exec(plain) ?? [];
  if (!dayOf || !monthOf) return undefined;
  const month = /^\d/.test(monthOf)
    ? Number(monthOf)
    : months.findIndex((names) => names.includes(monthOf)) + 1;
  const two = (n: number) => String(n).padStart(2, '0');
  const on = (year: number) => real(`${year}-${two(month)}-${two(Number(dayOf))}`);
  const year = Number(today.slice(0, 4));
  if (yearOf) return on(yearOf.length === 2 ? 2000 + Number(yearOf) : Number(yearOf));
  const soon = on(year);
  return soon !== undefined && soon >= today ? soon : on(year + 1);
};

const real = (date: string): LocalDate | undefined => (isLocalDate(date) ? date : undefined);
