import { form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import { type Choice, literal, say } from '../../conversation/reply.ts';
import { notice, noticeVersion } from './notice.ts';

/** Whose work comes as reports. */
const works = new Set(['officer', 'coordinator', 'supervisor', 'inspector']);

/** Who looks after the learning of others. */
const lead = new Set(['supervisor', 'hr']);

/** What somebody who serves finds here besides what every citizen does. */
const staffDoors = ({ contact: { hats } }: Moment): Choice[] => [
  ...(hats.some((hat) => works.has(hat)) ? [{ id: 'go:tickets', label: say('button.tickets') }] : []),
  ...(hats.includes('hr') ? [{ id: 'go:give-code', label: say('button.give-code') }] : []),
  ...(hats.length > 0 ? [{ id: 'go:profile', label: say('button.profile') }] : []),
  ...(hats.length > 0 ? [{ id: 'go:trainings', label: say('button.trainings.mine') }] : []),
  ...(hats.includes('asn') ? [{ id: 'go:learn-shelf', label: say('button.learn') }] : []),
  ...(hats.some((hat) => lead.has(hat)) ? [{ id: 'go:unit', label: say('button.see-unit') }] : []),
];

/** What can be done here; buttons of a menu never grow old. */
const doors = (moment: Moment): Choice[] => [
  ...staffDoors(moment),
  ...(moment.drafts ? [{ id: 'go:resume', label: say('button.resume') }] : []),
  { id: 'go:report', label: say('button.report') },
  { id: 'go:rate-service', label: say('button.rate-service') },
  { id: 'go:track', label: say('button.track') },
  { id: 'go:services', label: say('button.services') },
  { id: 'go:language', label: say('button.language') },
  { id: 'go:help', label: say('button.help') },
];

/** Somebody who serves is told as whom the chat speaks. */
const asStaff = ({ contact }: Moment) => (contact.hats.length > 0 ? { note: say('hat.staff') } : {});

/** The main menu. A draft stays where it is and is offered first. */
export const menu = form({
  id: 'menu',
  questions: () => ({}),
  finish: ({ moment }) => ({
    say: [{ text: say('menu'), ...asStaff(moment), choices: doors(moment) }],
    rests: true,
  }),
});

/** Hello, with the privacy notice once; also what `/start` and a bare greeting open. */
export const hello = form({
  id: 'hello',
  questions: () => ({}),
  finish: ({ moment }) => {
    const { agency } = moment.city;
    const welcome = say('hello', { service: literal(agency.service), agency: literal(agency.name) });
    const { noticed } = moment.contact;
    return {
      say: [
        {
          text: noticed ? welcome : { join: [welcome, notice(moment)], by: '\n\n' },
          ...asStaff(moment),
          choices: doors(moment),
        },
      ],
      effects: noticed ? [] : [{ do: 'contact.noticed', version: noticeVersion }],
      rests: true,
    };
  },
});
