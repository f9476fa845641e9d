import { fact, form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { say } from '../../conversation/reply.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { ReportView } from '../../ports.ts';
import { ticketQuestion } from './ticket-question.ts';

type More = { words?: string; photos?: string[] };
type Answers = { ticket: string; more: More };
type Facts = { view: ReportView | null };

const moreQuestion: Question<More> = {
  ask: { text: say('add.ask'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  hear: {
    text: ({ text }) =>
      text.trim().length < 3 ? { again: say('words.short') } : { answer: { words: text.trim() } },
    photo: ({ media, caption }) => ({ answer: { photos: [media], ...(caption && { words: caption }) } }),
  },
  valid: (value) => typeof value === 'object' && value !== null,
};

/** Adds a sentence or a photo to an open report; its reporter and its followers may. */
export const add = form<Answers, Facts>({
  id: 'add',
  starts: (argument) => {
    const ticket = readTicket(argument);
    return ticket ? { ticket } : {};
  },
  facts: {
    view: fact<Answers, ReportView | null, string>({
      of: ({ ticket }) => ticket,
      read: (reads, ticket) => reads.report(ticket),
    }),
  },
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment), more: moreQuestion }),
  check: ({ answers, facts: { view } }) =>
    answers.ticket && (!view || view.seenBy === 'stranger') ? { ticket: say('add.not-yours') } : {},
  ends: ({ answers, facts: { view } }) =>
    answers.ticket && view && !view.open && view.seenBy !== 'stranger'
      ? {
          say: [
            {
              text: say('add.closed', { ticket: view.ticket }),
              choices: [{ id: 'go:report', label: say('button.report') }],
            },
          ],
        }
      : undefined,
  finish: ({ answers: { ticket = '', more } }) => ({
    say: [{ text: say('add.done', { ticket }), about: `report:${ticket}` }],
    effects: [
      { do: 'report.add', ticket, photos: more?.photos ?? [], ...(more?.words && { words: more.words }) },
    ],
  }),
});
