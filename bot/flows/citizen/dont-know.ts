import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';
import type { ReportView } from '../../reads.ts';
import { addedReply } from './add.ts';
import { startsWithTicket, viewFact } from './own-report.ts';
import { ticketQuestion } from './ticket-question.ts';

type Answers = { ticket: string };
type Facts = { view: ReportView | null };

/** *Tidak tahu*: an answer too. The clock runs on, and the office need not wait. */
export const dontKnow = form<Answers, Facts>({
  id: 'dont-know',
  starts: startsWithTicket,
  facts: { view: viewFact<Answers>() },
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment) }),
  ends: ({ facts: { view } }) =>
    view && !view.may.includes('citizen_answers')
      ? { say: [{ text: say('unsolved.working', { state: say(`state.${view.state}`) }) }] }
      : undefined,
  check: ({ answers, facts: { view } }) =>
    answers.ticket && view?.seenBy !== 'reporter' ? { ticket: say('add.not-yours') } : {},
  finish: ({ facts: { view }, moment }) => ({
    say: view ? [addedReply(view, 'citizen_answers')] : [],
    effects: view
      ? [
          {
            do: 'report.step',
            ticket: view.ticket,
            as: 'citizen',
            steps: [{ action: 'citizen_answers', given: { body: moment.spoken(say('button.dont-know')) } }],
          },
        ]
      : [],
  }),
  draft: () => undefined,
});
