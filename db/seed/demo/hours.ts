import type { AgencySettings } from '../../../bot/domain/agency.ts';
import {
  addCalendarDays,
  endOfLocalDay,
  type LocalDate,
  localDate,
  weekday,
} from '../../../bot/domain/local-date.ts';
import { addWorkingDays, type Calendar, isWorkingDay } from '../../../bot/domain/working-days.ts';
import type { Dice } from './dice.ts';

/** Where and when the office works. */
export type Hours = { zone: string; calendar: Calendar; officeHours: AgencySettings['officeHours'] };

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Nobody answers in the minute a report comes. */
const soonest = 12;
/** When people are awake and write. */
const awake = { opens: 6 * 60, closes: 22 * 60 };

/** A moment at which an office does something, so many working days after another: in its hours, never on a day off. */
export function atOffice(after: Date, workingDays: number, hours: Hours, dice: Dice): Date {
  const from = localDate(after, hours.zone);
  let day = workingDays === 0 ? from : addWorkingDays(hours.calendar, from, workingDays).due;
  for (;;) {
    const open = isWorkingDay(hours.calendar, day) ? openOn(day, hours) : undefined;
    const moment = open && within(day, open, after, hours.zone, dice);
    if (moment) return moment;
    day = addCalendarDays(day, 1);
  }
}

/** A moment at which a citizen writes, so many days after another. */
export function atHome(after: Date, days: number, { zone }: Pick<Hours, 'zone'>, dice: Dice): Date {
  const day = addCalendarDays(localDate(after, zone), days);
  return within(day, awake, after, zone, dice) ?? atHome(after, days + 1, { zone }, dice);
}

function openOn(day: LocalDate, { officeHours }: Hours): typeof awake | undefined {
  const found = officeHours.find(({ days }) => days.includes(weekday(day)));
  return found && { opens: minutes(found.opens), closes: minutes(found.closes) };
}

function within(
  day: LocalDate,
  { opens, closes }: typeof awake,
  after: Date,
  zone: string,
  dice: Dice,
): Date | undefined {
  const midnight = endOfLocalDay(day, zone).getTime() + 1 - dayMinutes * minuteMs;
  const first = Math.max(opens, Math.ceil((after.getTime() - midnight) / minuteMs) + soonest);
  return first < closes ? new Date(midnight + dice.whole(first, closes - 1) * minuteMs) : undefined;
}

/** Hours as printed: `07.30`. */
function minutes(printed: string): number {
  const [hour = 0, minute = 0] = printed.split('.').map(Number);
  return hour * 60 + minute;
}
