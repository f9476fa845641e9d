import { form } from '../../conversation/form.ts';
import { literal, say } from '../../conversation/reply.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { draftOf, endsUnless, ownWords, stepDone, stepEffect } from './case-step.ts';

type Answers = CaseAnswers & { words: string };

/** *Bukan wewenang* of an office, or *Alihkan* of its head: back to the coordinator, who reads why; never to nobody. */
export const giveBack = form<Answers, CaseFacts>({
  id: 'return',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  sends: say('button.return'),
  questions: ({ moment }) => ({
    ticket: ticketQuestion(moment),
    words: ownWords(say('return.reason')),
  }),
  ends: endsUnless('return'),
  draft: draftOf,
  review: ({ answers: { words = '', ticket = '' } }) => ({
    text: say('return.review', { ticket, words: literal(words) }),
  }),
  finish: ({ answers: { words = '' }, facts: { view } }) =>
    view
      ? {
          say: [stepDone('return.done', view)],
          effects: [stepEffect(view, { action: 'return', given: { reason: words } })],
        }
      : { say: [] },
});
