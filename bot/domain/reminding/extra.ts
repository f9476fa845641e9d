import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { mondayOf } from '../week-figures.ts';

/**
 * What stands below the items of a message of the day: what changed for citizens, how learning stands with one's people, and
 * those who passed over three reminders. Kept among the reminders under a name like an item's.
 */
export type Extra =
  | { is: 'week'; monday: LocalDate }
  | { is: 'digest'; month: string }
  | { is: 'list'; day: LocalDate };

/** Extras come once; their milestone has no name of its own. */
export const extraMilestone = '0';

export const extraKey = (extra: Extra): string => {
  switch (extra.is) {
    case 'week':
      return `week:${extra.monday}`;
    case 'digest':
      return `digest:${extra.month}`;
    case 'list':
      return `list:${extra.day}`;
    default:
      return extra satisfies never;
  }
};

/** `undefined` for the key of an item. */
export const extraOf = (key: string): Extra | undefined => {
  const [is, what = ''] = key.split(':');
  if (is === 'week') return { is, monday: what };
  if (is === 'digest') return { is, month: what };
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
