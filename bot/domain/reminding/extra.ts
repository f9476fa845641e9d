import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { mondayOf } from '../week-figures.ts';
import type { Milestone } from './item.ts';

/**
 * What stands below the items of a message of the day: what changed for citizens, how learning stands with one's people,
 * those who passed over three reminders, and what learning asks of oneself. Kept among the reminders under a name like an
 * item's.
 */
export type Extra =
  | { is: 'week'; monday: LocalDate }
  | { is: 'digest'; month: string }
  | { is: 'list'; day: LocalDate }
  /** Questions that come back, by the newest day on which one was due; `again`: the occasion, when it was said before. */
  | { is: 'recall'; due: LocalDate; again?: Milestone }
  /** "Dipakai di pekerjaan?" about a training. */
  | { is: 'used'; training: string }
  | { is: 'self-check'; year: string };

/** Extras come once, under a milestone without a name of its own; only questions that come back are spoken of again. */
export const extraMilestone = (extra: Extra): Milestone =>
  extra.is === 'recall' ? (extra.again ?? '0') : '0';

/** What is not worth a message of its own, and waits for one that has something else to say. */
export const ridesAlong = ({ is }: Extra): boolean => is === 'self-check';

export const extraKey = (extra: Extra): string => {
  switch (extra.is) {
    case 'week':
      return `week:${extra.monday}`;
    case 'digest':
      return `digest:${extra.month}`;
    case 'list':
      return `list:${extra.day}`;
    case 'recall':
      return `recall:${extra.due}`;
    case 'used':
      return `used:${extra.training}`;
    case 'self-check':
      return `self-check:${extra.year}`;
    default:
      return extra satisfies never;
  }
};

/** `undefined` for the key of an item. */
export const extraOf = (key: string): Extra | undefined => {
  const [is, what = ''] = key.split(':');
  if (is === 'week') return { is, monday: what };
  if (is === 'digest') return { is, month: what };
  if (is === 'recall') return { is, due: what };
  if (is === 'used') return { is, training: what };
  if (is === 'self-check') return { is, year: what };
  return is === 'list' ? { is, day: what } : undefined;
};

/** A month that has ended is told of in its first days after, so that whoever was away hears it too, and later nobody. */
const digestDays = 10;

/** What a day may bring beside a list: the line of its week, and to whoever looks after others the month that ended. */
export const extrasOn = (today: LocalDate, supervises: boolean): Extra[] => {
  const monday = mondayOf(today);
  const isYoung = supervises && Number(today.slice(8)) <= digestDays;
  const month = addCalendarDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  return [{ is: 'week', monday }, ...(isYoung ? [{ is: 'digest', month } as const] : [])];
};
