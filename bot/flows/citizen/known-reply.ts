import type { Moment } from '../../conversation/moment.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { KnownAnswer, KnownOffice } from '../../domain/known-answer.ts';
import { officeHours } from './office-hours.ts';

const doors: readonly Choice[] = [
  { id: 'go:ask-city', label: say('button.ask-other') },
  { id: 'go:person', label: say('button.person') },
];

const answerText = ({ name, answer, checked, unit }: KnownAnswer, moment: Moment): Text => ({
  join: [
    { join: [say('ask-city.question', { question: literal(name) }), literal(answer)], by: '\n' },
    say('ask-city.checked', {
      date: { date: checked, year: true },
      unit: literal(unit ?? moment.city.agency.name),
    }),
  ],
  by: '\n\n',
});

const officeText = ({ name, phone, address }: KnownOffice, moment: Moment): Text => {
  const { agency } = moment.city;
  return {
    join: [
      say('office', { label: literal(name) }),
      ...(address === null ? [] : [say('office.address', { detail: literal(address) })]),
      ...(phone === null ? [] : [say('office.phone', { detail: literal(phone) })]),
      say('office.hours', { hours: officeHours(moment) }),
      ...(phone === null && address === null
        ? [
            say('office.no-contact', {
              agency: literal(agency.name),
              phone: literal(agency.settings.contact.phone),
            }),
          ]
        : []),
      say('office.from', { agency: literal(agency.name) }),
    ],
    by: '\n',
  };
};

/** What is known, and where it comes from: a checked answer with its day and office, or an office with where and when it is found. */
export const knownReply = (known: KnownAnswer | KnownOffice, moment: Moment): Reply => ({
  text: known.kind === 'question' ? answerText(known, moment) : officeText(known, moment),
  choices: doors,
});
