import type { Moment } from '../../conversation/moment.ts';
import { say, type Text } from '../../conversation/reply.ts';

/** When the offices are open, as people say it: "Senin–Kamis 07.30–16.00; Jumat 07.30–14.30". */
export const officeHours = ({ city }: Moment): Text => {
  const { officeHours: all } = city.agency.settings;
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
