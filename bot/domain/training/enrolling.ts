import type { LocalDate } from '../local-date.ts';
import type { Enrolment } from './enrolment.ts';
import { completionDue, registrationEnds, type Training } from './training.ts';

/** How a training stands for one person on a day; `taken` and `waiting`: seats of others and of theirs, and people before whom nobody goes. */
export type Seating = {
  training: Training;
  mine: Pick<Enrolment, 'state' | 'source' | 'finishedOn'> | undefined;
  certified: boolean;
  taken: number;
  waiting: number;
  today: LocalDate;
};

/** What wanting to take part comes to; the last four change nothing. */
export type Enrolling = 'registered' | 'waiting' | 'is-registered' | 'is-waiting' | 'closed' | 'certified';

const after = (day: LocalDate, last: LocalDate | null): boolean => last !== null && day > last;

/** Whether a training is offered on a day: neither its registration nor the training itself has ended. */
export const isOffered = (training: Training, today: LocalDate): boolean =>
  !after(today, registrationEnds(training)) && !after(today, completionDue(training));

export const seatsLeft = ({ quota }: Pick<Training, 'quota'>, taken: number): number | null =>
  quota === null ? null : Math.max(0, quota - taken);

/** Who comes while others wait goes behind them, also where a seat is free. */
export const enrolling = ({ training, mine, certified, taken, waiting, today }: Seating): Enrolling => {
  if (mine?.state === 'registered') return 'is-registered';
  if (mine?.state === 'waiting') return 'is-waiting';
  if (certified) return 'certified';
  if (!isOffered(training, today)) return 'closed';
  const left = seatsLeft(training, taken);
  return left === null || left > waiting ? 'registered' : 'waiting';
};

/** Whether somebody may leave by themselves: until it begins or they are done; whom the office registered asks their head. */
export const mayWithdraw = ({ training, mine, certified, today }: Seating): boolean => {
  if (mine?.source !== 'self' || mine.state === 'withdrawn' || mine.finishedOn !== null || certified)
    return false;
  return !after(today, training.startsOn ?? completionDue(training));
};

/** Whether somebody may say that they are done: of what has begun. */
export const mayFinish = ({ training, mine, today }: Seating): boolean =>
  mine?.state === 'registered' &&
  mine.finishedOn === null &&
  (training.startsOn === null || training.startsOn <= today);

/** Whether a seat that became free is still given to who waits: as long as nobody comes too late. */
export const stillSeats = (training: Training, today: LocalDate): boolean =>
  !after(today, training.startsOn) && !after(today, completionDue(training));
