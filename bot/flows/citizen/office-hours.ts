import type { Moment } from '../../conversation/moment.ts';
import { say, type Text } from '../../conversation/reply.ts';
import { agencyHours } from '../../domain/agency-hours.ts';
import { hoursOn } from '../../domain/duty-hours.ts';
import { localDate } from '../../domain/local-date.ts';

/** When the offices are open in these days (in Ramadan by its hours), as people say it: "Senin–Kamis 07.30–16.00; Jumat 07.30–14.30". */
export const officeHours = ({ city, now }: Pick<Moment, 'city' | 'now'>): Text => {
  const hours = agencyHours(city);
  const all = hoursOn(localDate(now, hours.zone), hours);
  return {
    join: all.map(({ days, opens, closes }) => {
      const first = days[0] ?? 1;
      const last = days.at(-1) ?? first;
      const from = say(`date.day.${first % 7}` as 'date.day.1');
      const to = say(`date.day.${last % 7}` as 'date.day.1');
      return first === last
        ? say('hours.day', { day: from, opens, closes })
        : say('hours.days', { from, to, opens, closes });
    }),
    by: '; ',
  };
};
