import { form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import { literal, say, type Text } from '../../conversation/reply.ts';
import { emergencyNumber } from '../../domain/agency.ts';

const hours = ({ city }: Moment): Text => {
  const { officeHours } = city.agency.settings;
  return {
    join: officeHours.map(({ days, opens, closes }) => {
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

/** What can be typed now, and the emergency numbers. */
export const help = form({
  id: 'help',
  questions: () => ({}),
  finish: ({ moment }) => ({
    say: [{ text: say('help', { emergency: emergencyNumber(moment.city.agency.settings, 'darurat') }) }],
  }),
});

/** A human: where and when one can be reached. */
export const person = form({
  id: 'person',
  questions: () => ({}),
  finish: ({ moment }) => {
    const { contact } = moment.city.agency.settings;
    return {
      say: [
        {
          text: say('person', {
            agency: literal(moment.city.agency.name),
            phone: literal(contact.phone),
            address: literal(contact.address),
            hours: hours(moment),
          }),
        },
      ],
    };
  },
});
