import { seedCalendar } from '../../fixtures/seed.ts';
import {
  dayMinutes,
  days,
  type Employee,
  firstDay,
  isSeenTo,
  type OpenItem,
  type Outage,
  tickMinutes,
} from './town.ts';

/** A reminder that the rules call for, at the minute at which it is to be said. */
export type Expected = { item: string; milestone: string; at: number; lane: 'day' | 'deadline' };

/** Days are counted here from the first one, a Friday. */
const numbers = new Map<string, number>();
const nth = (date: string): number => {
  const day = numbers.get(date) ?? (Date.parse(date) - Date.parse(firstDay)) / 86_400_000;
  numbers.set(date, day);
  return day;
};
const written = (day: number): string =>
  new Date(Date.parse(firstDay) + day * 86_400_000).toISOString().slice(0, 10);

const holidays = new Set([...seedCalendar().holidays].map(nth));
const isFriday = (day: number) => (day + 700) % 7 === 0;
const isMonday = (day: number) => isFriday(day + 4);
const isOpen = (day: number) => !isFriday(day - 1) && !isFriday(day - 2) && !holidays.has(day);
const lastOfTheFast = nth('2026-03-19');

/** The days before the deadline on which each kind is spoken of, and how many days after. */
const before = {
  register: [30, 14, 7, 3, 1, 0],
  complete: [30, 14, 7, 3, 1, 0],
  certificate: [7, 0],
  date: [90, 60, 30],
  jp_pace: [],
};
const after = { register: undefined, complete: 1, certificate: 7, date: undefined, jp_pace: undefined };
const quarters = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-11-30'];

/** In the fast from eight to three; else from half past seven, on Fridays until half past two; not at Friday prayer. */
const inHours = (day: number, minute: number): boolean => {
  if (isFriday(day) && minute >= 690 && minute < 780) return false;
  if (day <= lastOfTheFast) return minute >= 480 && minute < 900;
  return minute >= 450 && minute < (isFriday(day) ? 870 : 960);
};

/** *Besok* is the next day on which offices are open; *pekan depan* the first such day from Monday on. */
function wokenOn(tapped: number, snooze: 'tomorrow' | 'next_week'): number {
  let day = tapped + 1;
  if (snooze === 'next_week') while (!isMonday(day)) day += 1;
  while (!isOpen(day)) day += 1;
  return day;
}

/**
 * What one employee is to be told in sixty days (or `until` another one; looked at every so many minutes), written from the text of the rules and walked day by day and tick by tick.
 * It shares nothing with the engine but the calendar.
 */
export function expectedOf(
  employee: Employee,
  outages: readonly Outage[],
  { until = days, every = tickMinutes } = {},
): Expected[] {
  const away = employee.leave.map(({ from, until }) => ({ from: nth(from), until: nth(until) }));
  const works = (day: number) => isOpen(day) && !away.some(({ from, until }) => from <= day && day <= until);
  const workday = (day: number, step: 1 | -1): number => (works(day) ? day : workday(day + step, step));

  /** What a day of work brings for an item: everything that fell on it and on the days off before it; the nearest counts. */
  const broughtBy = ({ kind, due: deadline }: OpenItem, day: number): string | undefined => {
    const due = nth(deadline);
    const dayBefore = workday(day - 1, -1);
    const fell = (on: number) => dayBefore < on && on <= day;
    const late = after[kind];
    if (day > due) return late !== undefined && fell(due + late) ? `-${late}` : undefined;
    if (kind === 'jp_pace') return quarters.find((date) => fell(nth(date)))?.slice(5);
    const isLastChance = workday(day + 1, 1) > due;
    if (isLastChance && kind !== 'date') return '0';
    return before[kind]
      .filter((left) => fell(due - left))
      .at(-1)
      ?.toString();
  };

  const spokenOf = new Map<string, number>();
  const expected: Expected[] = [];

  /** What an item has waiting on a day, with the snooze that holds at that minute. */
  const waiting = (item: OpenItem, day: number, now: number): string | undefined => {
    const due = nth(item.due);
    const tap = employee.snoozes
      .filter(({ item: key, at }) => key === item.key && at <= now)
      .toSorted((one, other) => one.at - other.at)
      .at(-1);
    const until = tap && wokenOn(Math.floor(tap.at / dayMinutes), tap.snooze);
    const first = Math.max(Math.floor(item.born / dayMinutes), (spokenOf.get(item.key) ?? -999) + 1);
    let found: string | undefined;
    for (let one = day > due ? Math.max(first, due + 1) : first; one <= day; one += 1) {
      if (one === until && (one <= due || after[item.kind] !== undefined)) found = `again:${written(one)}`;
      if (works(one)) found = broughtBy(item, one) ?? found;
    }
    const asleep = until !== undefined && day < until;
    return asleep && !(found === '0' && day <= due) ? undefined : found;
  };

  for (let day = 0; day < until; day += 1) {
    if (!works(day)) continue;
    let messages = 0;
    for (let minute = 0; minute < dayMinutes && messages < 2; minute += every) {
      const now = day * dayMinutes + minute;
      if (!inHours(day, minute) || !isSeenTo(employee, now, outages)) continue;
      if (employee.stopped !== undefined && employee.stopped <= now) continue;
      if (employee.talks.some(({ from, until }) => from <= now && now < until)) continue;
      const said = employee.items
        .filter(({ born, done }) => born <= now && (done === undefined || now < done))
        .map((item) => ({ item: item.key, milestone: waiting(item, day, now) }))
        .flatMap(({ item, milestone }) => (milestone === undefined ? [] : [{ item, milestone }]))
        .filter(({ milestone }) => messages === 0 || milestone === '0');
      if (said.length === 0) continue;
      const lane = messages === 0 ? 'day' : 'deadline';
      for (const { item, milestone } of said) {
        spokenOf.set(item, day);
        expected.push({ item, milestone, at: now, lane });
      }
      messages += 1;
    }
  }
  return expected;
}
