import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { smallGroup } from '../skm/hide-small.ts';
import { type Jp, sumOfJp } from './jp.ts';
import { paceOf } from './pace.ts';
import type { EmployeeKind, TrainingRules } from './training-rules.ts';

/** An employee's verified hours until the end of a month: of its year, and of the month alone. */
export type MonthHours = { kind: EmployeeKind; year: Jp; month: Jp };

/** How learning stood with some people at the end of a month; `owing`: whoever has a target. */
export type MonthFigures = {
  people: number;
  owing: number;
  reached: number;
  behind: number;
  learners: number;
  jp: Jp;
};

/** The last day of a month such as `2026-10`. */
export const lastDayOf = (month: string): LocalDate =>
  addCalendarDays(`${addCalendarDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);

/** How one employee stood at the end of a month; reckoned once, however many heads they count for. */
export type MonthStanding = { owes: boolean; reached: boolean; behind: boolean; gained: Jp };

export const monthStanding = (
  { kind, year, month: gained }: MonthHours,
  month: string,
  { duty, pace }: Pick<TrainingRules, 'duty' | 'pace'>,
): MonthStanding => {
  const owed = duty[kind];
  if (owed.is !== 'target') return { owes: false, reached: false, behind: false, gained };
  const { behind } = paceOf(year, lastDayOf(month), owed, pace);
  return { owes: true, reached: year >= owed.jp, behind: behind !== null, gained };
};

export const monthFigures = (people: readonly MonthStanding[]): MonthFigures => {
  const count = (is: (one: MonthStanding) => boolean): number => people.filter(is).length;
  return {
    people: people.length,
    owing: count(({ owes }) => owes),
    reached: count(({ reached }) => reached),
    behind: count(({ behind }) => behind),
    learners: count(({ gained }) => gained > 0),
    jp: sumOfJp(people.map(({ gained }) => gained)),
  };
};

/** A number of people as a digest tells it: few of them are *some*. */
export const told = (count: number): number | 'some' | 'none' =>
  count === 0 ? 'none' : count < smallGroup ? 'some' : count;
