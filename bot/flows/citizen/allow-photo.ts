import { fact, form } from '../../conversation/form.ts';
import { yesNo } from '../../conversation/questions/pick.ts';
import { say } from '../../conversation/reply.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { ReportView } from '../../reads.ts';
import { noticeVersion } from './notice.ts';
import { ticketQuestion } from './ticket-question.ts';

type Answers = { ticket: string; agrees: boolean };
type Facts = { view: ReportView | null };

/** *Foto boleh tampil*: somebody agrees that everybody may see the photos they sent, or takes that back; until then only officers do. */
export const allowPhoto = form<Answers, Facts>({
  id: 'allow-photo',
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
  questions: ({ moment }) => ({
    ticket: ticketQuestion(moment),
    agrees: yesNo({ text: say('allow-photo.ask') }),
  }),
  check: ({ answers: { ticket }, facts: { view } }) =>
    ticket && !view?.photos ? { ticket: say('add.not-yours') } : {},
  finish: ({ answers: { agrees = false }, facts: { view } }) => ({
    say: [{ text: say(agrees ? 'allow-photo.yes' : 'allow-photo.no') }],
    effects: [
      {
        do: 'consent',
        purpose: 'public-photo',
        given: agrees ? 'yes' : view?.photos === 'open' ? 'withdrawn' : 'no',
        version: noticeVersion,
      },
    ],
  }),
});
