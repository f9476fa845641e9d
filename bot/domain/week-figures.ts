import type { ClockRules } from './citizen-pause.ts';
import { addCalendarDays, type LocalDate, weekday } from './local-date.ts';
import { type ClockFacts, reportClocks } from './report-clocks.ts';

/** An office's week in numbers, under nobody's name. `timely` of `answered`: first answers of the week before within their promise. */
export type WeekFigures = {
  open: number;
  late: number;
  waiting: number;
  solved: number;
  timely: number;
  answered: number;
};

export const noFigures: WeekFigures = { open: 0, late: 0, waiting: 0, solved: 0, timely: 0, answered: 0 };

/** The Monday of the week a day lies in. */
export const mondayOf = (day: LocalDate): LocalDate => addCalendarDays(day, -((weekday(day) + 6) % 7));

/** What a report that is open today adds. */
export const openFigures = (facts: ClockFacts, rules: ClockRules, today: LocalDate): WeekFigures => {
  const { firstAnswer, settle } = reportClocks(facts, rules);
  const late = [firstAnswer, settle].some((promise) => promise.is === 'running' && promise.due < today);
  const waiting = facts.state === 'menunggu_warga';
  return { ...noFigures, open: 1, late: late ? 1 : 0, waiting: waiting ? 1 : 0 };
};

/** What a report adds that was answered or called done in the week before `monday`. */
export const pastFigures = (facts: ClockFacts, rules: ClockRules, monday: LocalDate): WeekFigures => {
  const from = addCalendarDays(monday, -7);
  const inWeek = (day: LocalDate | undefined) => day !== undefined && from <= day && day < monday;
  const { firstAnswer } = reportClocks(facts, rules);
  const answered = firstAnswer.is === 'met' && inWeek(firstAnswer.on);
  return {
    ...noFigures,
    solved: inWeek(facts.settledOn) ? 1 : 0,
    answered: answered ? 1 : 0,
    timely: answered && firstAnswer.inTime ? 1 : 0,
  };
};

export const sumOf = (one: WeekFigures, other: WeekFigures): WeekFigures => ({
  open: one.open + other.open,
  late: one.late + other.late,
  waiting: one.waiting + other.waiting,
  solved: one.solved + other.solved,
  timely: one.timely + other.timely,
  answered: one.answered + other.answered,
});
