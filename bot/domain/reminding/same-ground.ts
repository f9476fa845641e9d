import type { Agency, Unit } from '../agency.ts';
import type { Calendar } from '../working-days.ts';

/** What reminders go by beside people and trainings. */
type Ground = {
  agency: Pick<Agency, 'zone' | 'settings'>;
  calendar: Calendar;
  units: readonly Pick<Unit, 'code' | 'parent'>[];
};

const written = ({ agency: { zone, settings }, calendar, units }: Ground): string =>
  JSON.stringify([
    zone,
    settings.officeHours,
    settings.training ?? {},
    { ...calendar, holidays: [...calendar.holidays].toSorted() },
    units.map(({ code, parent }) => [code, parent]),
  ]);

/**
 * Whether nothing has changed by which everybody is reminded: hours, seasons, holidays, rules, the tree of offices. If it
 * has, whatever a process with the old city in its memory planned is to be thought over again.
 */
export const sameGround = (before: Ground, after: Ground): boolean => written(before) === written(after);
