import { form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { say } from '../../conversation/reply.ts';
import { type ArchiveReason, archiveReasons } from '../../domain/archive-reason.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { endsUnless, preview, stepDone, stepEffect } from './case-step.ts';

type Answers = CaseAnswers & { reason: ArchiveReason };

const reasonQuestion = (ticket: string) =>
  pick<ArchiveReason>(
    {
      text: say('archive.ask', { ticket }),
      choices: archiveReasons.map((id) => ({ id, label: say(`button.archive.${id}`) })),
    },
    { title: say('button.part.reason') },
  );

/** The coordinator puts a report away without an answer; the citizen reads why, and how to object. */
export const archive = form<Answers, CaseFacts>({
  id: 'archive',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  sends: say('button.send-citizen'),
  questions: ({ answers: { ticket = '' }, moment }) => ({
    ticket: ticketQuestion(moment),
    reason: reasonQuestion(ticket),
  }),
  ends: endsUnless('archive'),
  review: ({ answers: { reason }, facts: { view }, moment: { city } }) =>
    preview(view, { action: 'archive', words: '', ...(reason && { archived: reason }) }, city),
  draft: () => undefined,
  finish: ({ answers: { reason }, facts: { view } }) =>
    view && reason
      ? {
          say: [stepDone('archive.done', view)],
          effects: [stepEffect(view, { action: 'archive', given: { archive_reason: reason } })],
        }
      : { say: [] },
});
