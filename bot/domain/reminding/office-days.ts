import type { Duty } from '../duty-hours.ts';
import { addCalendarDays, endOfLocalDay, type LocalDate, localDate } from '../local-date.ts';
import { once } from '../once.ts';
import { isWorkingDay } from '../working-days.ts';
import { recall } from './recall.ts';

/** When an office works, with its seasons (Ramadan); hand in the same one for everybody in it, and days are reckoned once. */
export type Office = Omit<Duty<never>, 'roster' | 'absences'>;

const reckoned = once((_: Office) => ({
  days: new Map<number, LocalDate>(),
  starts: new Map<LocalDate, Date>(),
  forwards: new Map<LocalDate, LocalDate>(),
  backwards: new Map<LocalDate, LocalDate>(),
}));

/** The office's local day at a moment. */
export const dayOf = (office: Office, at: Date): LocalDate =>
  recall(reckoned(office).days, at.getTime(), () => localDate(at, office.zone));

/** The first moment of a local day. */
export const startOfDay = (office: Office, day: LocalDate): Date =>
  recall(reckoned(office).starts, day, () => {
    const end = endOfLocalDay(addCalendarDays(day, -1), office.zone);
    return new Date(end.getTime() + 1);
  });

/** The day itself when the office is open, else the next one (`1`) or the last one (`-1`) on which it is. */
export const openDay = (office: Office, day: LocalDate, step: 1 | -1): LocalDate => {
  const { forwards, backwards } = reckoned(office);
  return recall(step === 1 ? forwards : backwards, day, () => {
    let open = day;
    while (!isWorkingDay(office.calendar, open)) open = addCalendarDays(open, step);
    return open;
  });
};
