import { form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import { type Choice, literal, say } from '../../conversation/reply.ts';
import { notice, noticeVersion } from './notice.ts';

/** What a citizen can do here; buttons of a menu never grow old. */
const doors = ({ drafts }: Moment): Choice[] => [
  ...(drafts ? [{ id: 'go:resume', label: say('button.resume') }] : []),
  { id: 'go:report', label: say('button.report') },
  { id: 'go:track', label: say('button.track') },
  { id: 'go:language', label: say('button.language') },
  { id: 'go:help', label: say('button.help') },
];

/** The main menu. A draft stays where it is and is offered first. */
export const menu = form({
  id: 'menu',
  questions: () => ({}),
  finish: ({ moment }) => ({ say: [{ text: say('menu'), choices: doors(moment) }], rests: true }),
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
          choices: doors(moment),
        },
      ],
      effects: noticed ? [] : [{ do: 'contact.noticed', version: noticeVersion }],
      rests: true,
    };
  },
});
