import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { seatsLeft } from './enrolling.ts';
import type { Enrolment } from './enrolment.ts';
import type { Training } from './training.ts';

/** Somebody before the door with the code of a day; `taken` and `waiting`: how many have a seat, and how many hope for one. */
export type AtDoor = {
  training: Pick<Training, 'quota'>;
  mine: Pick<Enrolment, 'state' | 'attendedOn'> | undefined;
  taken: number;
  waiting: number;
  day: LocalDate;
  today: LocalDate;
};

/** What coming in amounts to: `joins` asks first, since it registers them; only it and `present` change anything. */
export type Attending = 'present' | 'joins' | 'is-present' | 'full' | 'early';

/**
 * Whoever is registered is present. Of the waiting list whoever stands there has a free seat before those who do not; who
 * never asked for one has what those who wait leave over.
 */
export const attending = ({ training, mine, taken, waiting, day, today }: AtDoor): Attending => {
  if (day > today) return 'early';
  if (mine?.state === 'registered')
    return mine.attendedOn !== null && mine.attendedOn >= day ? 'is-present' : 'present';
  const left = seatsLeft(training, taken);
  if (mine?.state === 'waiting') return left === null || left > 0 ? 'present' : 'full';
  return left === null || left > waiting ? 'joins' : 'full';
};

/** Whether a day is the last of a training, after which there is nothing to wait for. */
export const isLastDay = ({ endsOn }: Pick<Training, 'endsOn'>, day: LocalDate): boolean =>
  endsOn === null || day >= endsOn;

/** So many days are offered to choose from. */
const offeredMost = 10;

/** The days for which a code can be shown: of those on which a training is held, today's and what follows; of one without days, today. */
export const attendanceDays = (
  { startsOn, endsOn, completeBy }: Pick<Training, 'startsOn' | 'endsOn' | 'completeBy'>,
  today: LocalDate,
): LocalDate[] => {
  const first = startsOn !== null && startsOn > today ? startsOn : today;
  const over = endsOn ?? startsOn ?? completeBy;
  const last = startsOn === null ? today : (endsOn ?? startsOn);
  const days: LocalDate[] = [];
  for (let day = first; day <= last && days.length < offeredMost; day = addCalendarDays(day, 1))
    days.push(day);
  return over !== null && over < today ? [] : days;
};
