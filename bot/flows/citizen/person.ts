import { fact, form } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { newHandOverNumber, personAnswerDue } from '../../domain/hand-over.ts';
import { localDate } from '../../domain/local-date.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { ReportView } from '../../reads.ts';
import { elsewhere } from './elsewhere.ts';
import { officeHours } from './office-hours.ts';

type Answers = { words: string };
type Facts = { there: 'now' | 'later' | 'none'; view: ReportView | null };

/** A sensitive report is talked about in its own thread: nobody else may so much as learn of it. */
const inItsThread = (ticket: string): Reply => ({
  text: say('handover.thread'),
  choices: [{ id: `go:track:${ticket}`, label: say('button.open') }],
});

/**
 * `0`, *petugas*: one sentence to the officers on duty, answered through the bot by a promised day. Where nobody of the
 * city is in chat, nothing is promised: the number and the hours are named.
 */
export const person = form<Answers, Facts>({
  id: 'person',
  facts: {
    there: fact<Answers, Facts['there'], true>({ of: () => true, read: (reads) => reads.answerers() }),
    view: fact<Answers, ReportView | null, string>({
      of: ({ words: said = '' }, { city }) => readTicket(said, city.agency.prefix),
      read: (reads, ticket) => reads.report(ticket),
    }),
  },
  questions: ({ moment }) => ({
    words: words(
      {
        text: say('handover.ask', {
          agency: literal(moment.city.agency.name),
          hours: officeHours(moment),
        }),
        choices: [{ id: 'cancel', label: say('button.cancel') }],
      },
      { min: 3, max: 1000 },
    ),
  }),
  ends: ({ facts: { there, view }, moment }) => {
    if (there === 'none') return { say: [elsewhere(moment)] };
    return view?.thread ? { say: [inItsThread(view.ticket)] } : undefined;
  },
  finish: ({ answers: { words: said = '' }, facts: { there }, moment }) => {
    const { city, now, locale } = moment;
    const { contact } = city.agency.settings;
    const number = newHandOverNumber(moment.random);
    const { due } = personAnswerDue(localDate(now, city.agency.zone), city.calendar);
    return {
      say: [
        {
          text: say(there === 'now' ? 'handover.asked.now' : 'handover.asked.later', {
            number,
            date: { date: due },
            phone: literal(contact.phone),
            address: literal(contact.address),
          }),
        },
      ],
      effects: [{ do: 'handover.ask', number, words: said, locale, due }],
    };
  },
  draft: () => undefined,
});
