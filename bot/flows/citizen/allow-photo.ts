import { form } from '../../conversation/form.ts';
import { yesNo } from '../../conversation/questions/pick.ts';
import { say } from '../../conversation/reply.ts';
import type { ReportView } from '../../reads.ts';
import { noticeVersion } from './notice.ts';
import { startsWithTicket, viewFact } from './own-report.ts';
import { ticketQuestion } from './ticket-question.ts';

type Answers = { ticket: string; agrees: boolean };
type Facts = { view: ReportView | null };

/** *Foto boleh tampil*: somebody agrees that everybody may see the photos they sent, or takes that back; until then only officers do. */
export const allowPhoto = form<Answers, Facts>({
  id: 'allow-photo',
  starts: startsWithTicket,
  facts: {
    view: viewFact<Answers>(),
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
