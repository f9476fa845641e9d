import { fact, form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { ReportView } from '../../reads.ts';
import { ticketQuestion } from './ticket-question.ts';

type Answers = { ticket: string };
type Facts = { view: ReportView | null };

const facts = {
  view: fact<Answers, ReportView | null, string>({
    of: ({ ticket }) => ticket,
    read: (reads, ticket) => reads.report(ticket),
  }),
};

const starts = (argument: string) => {
  const ticket = readTicket(argument);
  return ticket ? { ticket } : {};
};

/** "Saya juga": hears of somebody else's report as it goes on. A *Tertutup* one cannot be followed. */
export const follow = form<Answers, Facts>({
  id: 'follow',
  starts,
  facts,
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment) }),
  check: ({ answers, facts: { view } }) =>
    answers.ticket && (!view || (view.confidential && view.seenBy === 'stranger'))
      ? { ticket: say('follow.unknown') }
      : {},
  finish: ({ facts: { view } }) => {
    if (!view) return { say: [] };
    if (view.seenBy === 'reporter') return { say: [{ text: say('follow.own', { ticket: view.ticket }) }] };
    if (!view.open) return { say: [{ text: say('follow.done', { ticket: view.ticket }) }] };
    return {
      say: [{ text: say('similar.followed', { ticket: view.ticket }), about: `report:${view.ticket}` }],
      effects: [{ do: 'report.follow', ticket: view.ticket }],
    };
  },
});

/** Stops hearing of a report. */
export const unfollow = form<Answers, Facts>({
  id: 'unfollow',
  starts,
  facts,
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment) }),
  finish: ({ answers }) => ({
    say: [{ text: say('follow.stopped', { ticket: answers.ticket ?? '' }) }],
    effects: [{ do: 'report.unfollow', ticket: answers.ticket ?? '' }],
  }),
});
