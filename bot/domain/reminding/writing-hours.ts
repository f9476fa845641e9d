import { nextDuty } from '../duty-hours.ts';
import { addCalendarDays, type LocalDate, weekday } from '../local-date.ts';
import { isNight } from '../night.ts';
import { once } from '../once.ts';
import { dayOf, type Office, openDay, startOfDay } from './office-days.ts';
import { recall } from './recall.ts';

/**
 * When somebody works: the hours of their office, and their leave. The roster of duty (*piket*) plays no part: who is not on
 * it learns all the same.
 */
export type Worker = { office: Office; leave: readonly { from: LocalDate; until: LocalDate }[] };

const minuteMs = 60_000;
const friday = 5;
/** *Salat Jumat*: nothing goes out in bulk meanwhile, minutes from local midnight. */
const prayer = { from: 11.5 * 60, until: 13 * 60 } as const;
const farthestMs = 92 * 24 * 60 * minuteMs;

/** The day itself when the person works on it, else the next one (`1`) or the last one (`-1`) on which they do. */
export function workedDay({ office, leave }: Worker, day: LocalDate, step: 1 | -1): LocalDate {
  const open = openDay(office, day, step);
  const away = leaveOn(leave, open);
  if (!away) return open;
  return workedDay({ office, leave }, addCalendarDays(step === 1 ? away.until : away.from, step), step);
}

/** Whether a reminder may be written to a person at a moment: in their hours, never at night, nor at Friday prayer. */
export const mayWrite = (worker: Worker, at: Date): boolean =>
  nextWriting(worker, at)?.getTime() === at.getTime();

/**
 * The first moment from this one on at which a reminder may be written; `undefined` when the office has no hours for three
 * months.
 */
export function nextWriting({ office, leave }: Worker, from: Date): Date | undefined {
  const { at } = recall(reckoned(office), from.getTime(), () => ({ at: reckon(office, from) }));
  const away = at && leaveOn(leave, dayOf(office, at));
  if (!away) return at;
  return nextWriting({ office, leave }, startOfDay(office, addCalendarDays(away.until, 1)));
}

const leaveOn = (leave: Worker['leave'], day: LocalDate) =>
  leave.find(({ from, until }) => from <= day && day <= until);

const reckoned = once((_: Office) => new Map<number, { at: Date | undefined }>());

function reckon(office: Office, from: Date): Date | undefined {
  const duty = { ...office, roster: [], absences: [] };
  let at = nextDuty('self', from, duty);
  while (at && at.getTime() - from.getTime() <= farthestMs) {
    const rested = endOfRest(at, office);
    if (rested === undefined) return at;
    at = nextDuty('self', rested, duty);
  }
  return undefined;
}

/** The end of the prayer, or of the half hour when it is night: nights begin and end on one. */
function endOfRest(at: Date, office: Office): Date | undefined {
  const day = dayOf(office, at);
  const start = startOfDay(office, day).getTime();
  const minute = (at.getTime() - start) / minuteMs;
  if (weekday(day) === friday && prayer.from <= minute && minute < prayer.until)
    return new Date(start + prayer.until * minuteMs);
  return isNight(at, office.zone)
    ? new Date(start + (Math.floor(minute / 30) + 1) * 30 * minuteMs)
    : undefined;
}
