import { fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { MainCandidate, MainLook } from '../../domain/merge.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { endsUnless, preview, stepDone, stepEffect } from './case-step.ts';

type Answers = CaseAnswers & { main: string };
type Facts = CaseFacts & { near: MainCandidate[]; look: MainLook };

const labelOf = ({ ticket, metres }: MainCandidate) =>
  metres === null ? literal(ticket) : say('merge.near', { ticket, metres });

/** The report that stays: one of the nearest alike by tap, any other by its number. */
const mainQuestion = (ticket: string, near: readonly MainCandidate[], moment: Moment): Question<string> => ({
  ...ticketQuestion(moment),
  ask: {
    text: say('merge.main', { ticket }),
    columns: 1,
    choices: near.map((one) => ({ id: one.ticket, label: labelOf(one) })),
  },
  hear: { ...ticketQuestion(moment).hear, choice: ({ id }) => ({ answer: id }) },
});

/** Two reports of one matter: this one is handled under the other's number, and everybody concerned follows that one. */
export const merge = form<Answers, Facts>({
  id: 'merge',
  work: true,
  starts: startsWithTicket,
  facts: {
    view: caseFact<Answers>(),
    near: fact<Answers, MainCandidate[], string>({
      of: ({ ticket }) => ticket,
      read: (reads, ticket) => reads.mainCandidates(ticket),
    }),
    look: fact<Answers, MainLook, { ticket: string; main: string }>({
      of: ({ ticket, main }) => (ticket && main ? { ticket, main } : undefined),
      read: (reads, pair) => reads.lookAtMain(pair),
    }),
  },
  sends: say('button.case.merge'),
  questions: ({ answers: { ticket = '' }, facts: { near = [] }, moment }) => ({
    ticket: ticketQuestion(moment),
    main: mainQuestion(ticket, near, moment),
  }),
  ends: endsUnless('merge'),
  check: ({ answers: { ticket = '' }, facts: { look } }) =>
    look?.fault ? { main: say(`merge.fault.${look.fault}`, { ticket }) } : {},
  review: ({ answers: { main = '' }, facts: { view }, moment: { city } }) =>
    preview(view, { action: 'merge', words: '', main }, city),
  draft: () => undefined,
  finish: ({ answers: { main = '' }, facts: { view } }) =>
    view
      ? {
          say: [stepDone('merge.done', view, { main })],
          effects: [stepEffect(view, { action: 'merge', given: { main_ticket: main } })],
        }
      : { say: [] },
});
