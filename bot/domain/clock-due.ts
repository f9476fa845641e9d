import type { Deadline } from './clock.ts';
import { addCalendarDays, type LocalDate } from './local-date.ts';
import { addWorkingDays, type Calendar, type Due } from './working-days.ts';

/** The day a clock ends that starts on a day: working days by the agency's calendar, *hari* and *jam* by the wall's. */
export function dueAfter(
  { n, unit }: Pick<Deadline, 'n' | 'unit'>,
  from: LocalDate,
  calendar: Calendar,
): Due {
  switch (unit) {
    case 'hari_kerja':
      return addWorkingDays(calendar, from, n);
    case 'hari':
      return { due: addCalendarDays(from, n), estimate: false };
    case 'jam':
      return { due: addCalendarDays(from, Math.floor(n / 24)), estimate: false };
    default:
      return unit satisfies never;
  }
}
