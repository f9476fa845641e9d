import { form } from '../../conversation/form.ts';
import { phone } from '../../conversation/questions/phone.ts';
import { literal, say } from '../../conversation/reply.ts';
import { readPhone } from '../../domain/phone.ts';
import type { ReportView } from '../../reads.ts';
import { startsWithTicket, viewFact } from './own-report.ts';
import { ticketQuestion } from './ticket-question.ts';

type Answers = { ticket: string; phone: string };
type Facts = { view: ReportView | null };

/** *Boleh ditelepon*: the reporter lets the handling office, and nobody else, see a number (sp4n.md section 6). */
export const call = form<Answers, Facts>({
  id: 'call',
  starts: startsWithTicket,
  facts: {
    view: viewFact<Answers>(),
  },
  questions: ({ moment }) => ({
    ticket: ticketQuestion(moment),
    phone: phone(
      { text: say('call.ask'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
      { read: readPhone },
    ),
  }),
  check: ({ answers, facts: { view } }) =>
    answers.ticket && !(view?.seenBy === 'reporter' && view.mayCall) ? { ticket: say('add.not-yours') } : {},
  finish: ({ answers: { ticket = '', phone: number = '' }, facts: { view } }) => ({
    say: [{ text: say('call.done', { unit: literal(view?.unit ?? ''), ticket }), about: `report:${ticket}` }],
    effects: [{ do: 'report.share-phone', ticket, phone: number }],
  }),
});
