import { addCalendarDays, endOfLocalDay, type LocalDate } from '../../../bot/domain/local-date.ts';
import type { EnrolmentState } from '../../../bot/domain/training/enrolment.ts';
import type { training } from '../../schema/index.ts';
import type { enrolment } from '../../schema/training.ts';
import type { Dice } from './dice.ts';
import type { DemoEmployee } from './staff.ts';

type Row = typeof training.$inferInsert;

/** A place in a training, of the person with that number. */
export type DemoEnrolment = Omit<typeof enrolment.$inferSelect, 'employeeId'> & { nip: string };

export type Stand = EnrolmentState;

/** The day of the demo, where, and chance. */
export type Day = { today: LocalDate; zone: string; dice: Dice };

const hourMs = 3_600_000;

/** Some moment of a local day between nine and three. */
export const momentOn = (day: LocalDate, { zone, dice }: Pick<Day, 'zone' | 'dice'>): Date =>
  new Date(endOfLocalDay(day, zone).getTime() - Math.round((9 + dice.throw() * 6) * hourMs));

const daysBetween = (from: LocalDate, until: LocalDate): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / (24 * hourMs));

/** Some day from one to another; the first where the other lies before it. */
export const someDay = (from: LocalDate, until: LocalDate, dice: Dice): LocalDate =>
  addCalendarDays(from, dice.whole(0, Math.max(0, daysBetween(from, until))));

/** How many of those who learn when they like are done by now. */
const doneByNow = 0.72;

/** When somebody was done: with the training, or, of one without days, when they liked. */
const finishedOn = ({ startsOn, endsOn }: Row, since: LocalDate, { today, dice }: Day): LocalDate | null => {
  if (startsOn) return endsOn && endsOn < today ? endsOn : null;
  const isDone = dice.chance(doneByNow);
  return isDone && since < today
    ? someDay(addCalendarDays(since, 1), addCalendarDays(today, -1), dice)
    : null;
};

/** How somebody stands with a training on the day: registered some time after it was listed, and as far as it has come. */
export const enrolled = (row: Row, { nip }: DemoEmployee, state: Stand, day: Day): DemoEnrolment => {
  const { today, dice } = day;
  const { code, startsOn = null, registerBy, listedOn, mandatoryGroups = [], mandatoryUnits = [] } = row;
  const isDuty = mandatoryGroups.length + mandatoryUnits.length > 0;
  const last = [addCalendarDays(today, -1), registerBy, startsOn && addCalendarDays(startsOn, -2)]
    .filter((one) => typeof one === 'string')
    .toSorted()[0];
  const since = someDay(listedOn, last ?? listedOn, dice);
  const takesPart = state === 'registered';
  const finished = takesPart ? finishedOn(row, since, day) : null;
  return {
    nip,
    trainingCode: code,
    state,
    source: takesPart && dice.chance(isDuty ? 0.7 : 0.3) ? 'office' : 'self',
    completeBy: null,
    since,
    changedAt: momentOn(since, day),
    attendedOn: takesPart && startsOn && startsOn < today ? startsOn : null,
    finishedOn: finished,
    reviewed: finished !== null && startsOn !== null && dice.chance(0.7),
  };
};
