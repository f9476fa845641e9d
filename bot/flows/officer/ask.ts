import { form } from '../../conversation/form.ts';
import { type Reply, say } from '../../conversation/reply.ts';
import { isConcrete } from '../../domain/concrete.ts';
import type { CaseView } from '../../reads.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { draftOf, endsUnless, ownWords, preview, riskNote, stepDone, stepEffect } from './case-step.ts';

type Answers = CaseAnswers & { words: string };

/** A citizen is asked twice at most, and waited for ten working days in all; then the office answers with what it has. */
const askedEnough = ({ noAsking, ticket, may }: CaseView): Reply | undefined =>
  noAsking
    ? {
        text: say(`ask.no.${noAsking}`, { ticket }),
        choices: [
          ...(may.includes('answer')
            ? [{ id: `go:answer:${ticket}`, label: say('button.case.answer') }]
            : []),
          { id: `go:case:${ticket}`, label: say('button.see-case') },
        ],
      }
    : undefined;

/** *Minta data*: one question that the citizen can answer; the clocks stand until then. */
export const ask = form<Answers, CaseFacts>({
  id: 'ask',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  sends: say('button.send-citizen'),
  questions: ({ moment }) => ({
    ticket: ticketQuestion(moment),
    words: ownWords(say('ask.words'), { min: 10 }),
  }),
  ends: endsUnless('ask_citizen', askedEnough),
  draft: draftOf,
  review: ({ answers: { words = '' }, facts: { view }, moment: { city } }) => {
    const clear = words.includes('?') || isConcrete(words);
    return preview(view, { action: 'ask_citizen', words }, city, [
      ...(clear ? [] : [say('ask.vague')]),
      ...riskNote(words),
    ]);
  },
  finish: ({ answers: { words = '' }, facts: { view } }) =>
    view
      ? {
          say: [stepDone('ask.done', view)],
          effects: [stepEffect(view, { action: 'ask_citizen', given: { question: words } })],
        }
      : { say: [] },
});
