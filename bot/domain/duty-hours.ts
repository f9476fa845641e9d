import { type Absence, actingFor } from './absence.ts';
import type { AgencySettings } from './agency.ts';
import { addCalendarDays, endOfLocalDay, type LocalDate, localDate, weekday } from './local-date.ts';
import { type Calendar, isWorkingDay } from './working-days.ts';

export type Hours = AgencySettings['officeHours'];

/** Hours of a season, as in Ramadan; they replace the ordinary ones from one day up to and including another. */
export type Season = { from: LocalDate; until: LocalDate; hours: Hours };

/** *Piket*: who is on duty from one day up to and including another. Own hours, as printed (`07.30`), hold on days off too. */
export type Shift<P> = { person: P; from: LocalDate; until: LocalDate; opens?: string; closes?: string };

/** When an office works and who is there. Without any shift on a day everybody is on duty in office hours. */
export type Duty<P> = {
  zone: string;
  calendar: Calendar;
  hours: Hours;
  seasons?: readonly Season[];
  roster: readonly Shift<P>[];
  absences: readonly Absence<P>[];
};

/** The hours that hold on a day: those of its season, else the ordinary ones. */
export const hoursOn = (day: LocalDate, { hours, seasons }: Pick<Duty<never>, 'hours' | 'seasons'>): Hours =>
  seasons?.find(({ from, until }) => from <= day && day <= until)?.hours ?? hours;

/** A stretch of a day, minutes from local midnight; the end is no longer in it. */
type Stretch = { opens: number; closes: number };

const minuteMs = 60_000;
/** Nobody plans further; beyond it a person is simply not on duty. */
const farthestDays = 92;

/** Whether a person may be written to at a moment: in their hours, on their shift, not away. Staff are left alone otherwise. */
export function onDuty<P>(person: P, moment: Date, duty: Duty<P>): boolean {
  const day = localDate(moment, duty.zone);
  const minute = (moment.getTime() - midnight(day, duty.zone)) / minuteMs;
  return stretches(person, day, duty).some(({ opens, closes }) => opens <= minute && minute < closes);
}

/** The first moment from this one on at which the person is on duty; `undefined` when none comes within three months. */
export function nextDuty<P>(person: P, moment: Date, duty: Duty<P>): Date | undefined {
  const today = localDate(moment, duty.zone);
  for (let ahead = 0; ahead <= farthestDays; ahead += 1) {
    const day = addCalendarDays(today, ahead);
    const start = midnight(day, duty.zone);
    const next = stretches(person, day, duty)
      .filter(({ closes }) => start + closes * minuteMs > moment.getTime())
      .map(({ opens }) => Math.max(start + opens * minuteMs, moment.getTime()));
    if (next.length > 0) return new Date(Math.min(...next));
  }
  return undefined;
}

/** When the office closes on a day, or `undefined` on a day off. */
export function closingTime(
  day: LocalDate,
  duty: Omit<Duty<never>, 'roster' | 'absences'>,
): Date | undefined {
  const closes = openOn(day, duty).map((stretch) => stretch.closes);
  return closes.length === 0
    ? undefined
    : new Date(midnight(day, duty.zone) + Math.max(...closes) * minuteMs);
}

/** A person's hours on a day: their own shifts and those of the colleagues they stand in for. */
function stretches<P>(person: P, day: LocalDate, duty: Duty<P>): Stretch[] {
  const shifts = duty.roster.filter(({ from, until }) => from <= day && day <= until);
  const covers = (other: P) => actingFor(other, day, duty.absences) === person;
  if (shifts.length === 0) return covers(person) ? openOn(day, duty) : [];
  return shifts
    .filter((shift) => covers(shift.person))
    .flatMap(({ opens, closes }) =>
      opens === undefined || closes === undefined
        ? openOn(day, duty)
        : [{ opens: minutes(opens), closes: minutes(closes) }],
    );
}

function openOn(day: LocalDate, duty: Omit<Duty<never>, 'roster' | 'absences'>): Stretch[] {
  if (!isWorkingDay(duty.calendar, day)) return [];
  return hoursOn(day, duty)
    .filter(({ days }) => days.includes(weekday(day)))
    .map(({ opens, closes }) => ({ opens: minutes(opens), closes: minutes(closes) }));
}

function midnight(day: LocalDate, zone: string): number {
  return endOfLocalDay(addCalendarDays(day, -1), zone).getTime() + 1;
}

function minutes(printed: string): number {
  const [hour = 0, minute = 0] = printed.split(/[.:]/).map(Number);
  return hour * 60 + minute;
}
