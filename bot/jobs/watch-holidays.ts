import type { Bulletins } from '../bulletin.ts';
import { say } from '../conversation/reply.ts';
import { holidaysMissing } from '../domain/calendar-cover.ts';
import { onDuty } from '../domain/duty-hours.ts';
import { localDate } from '../domain/local-date.ts';
import { isNight } from '../domain/night.ts';
import { mondayOf } from '../domain/week-figures.ts';
import type { City } from '../ports.ts';

/**
 * Tells administrators and coordinators on duty that a year's holidays are missing, each once a week until they are
 * imported: without them every promise for that year is a guess. Gives how many letters were written.
 */
export const createWatchHolidays =
  ({ bulletins, city, now }: { bulletins: Bulletins; city: () => City; now: () => Date }) =>
  async (): Promise<number> => {
    const at = now();
    const { agency, calendar } = city();
    const today = localDate(at, agency.zone);
    const year = holidaysMissing(calendar, today);
    if (year === undefined || isNight(at, agency.zone)) return 0;
    const staff = await bulletins.staff(at);
    const there = staff.filter(
      ({ hats, employee, duty }) =>
        (hats.includes('admin') || hats.includes('coordinator')) && onDuty(employee, at, duty),
    );
    return bulletins.post(
      there.map(({ hearer: to }) => ({
        to,
        letter: {
          say: { text: say('holidays.missing', { year }) },
          lane: 'interactive',
          dedupe: `holidays:${year}:${mondayOf(today)}:${to.id}`,
        },
      })),
    );
  };
