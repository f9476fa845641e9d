import { form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { City } from '../../ports.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { draftOf, endsUnless, ownWords, preview, stepDone, stepEffect } from './case-step.ts';

type Answers = CaseAnswers & { words: string };

/** Who is in charge instead: one the city knows, by tap, or anybody else in words. */
const whoQuestion = ({ agency }: City): Question<string> => {
  const known = agency.settings.notOurAuthority;
  const typed = ownWords(say('not-ours.who'), { short: say('not-ours.short') });
  return {
    ...typed,
    ask: {
      text: say('not-ours.who'),
      choices: known.map(({ key, label }) => ({ id: key, label: literal(label) })),
    },
    hear: {
      ...typed.hear,
      choice: ({ id }) => {
        const one = known.find(({ key }) => key === id);
        if (!one) return { again: say('again.choose') };
        return { answer: one.phone ? `${one.office}, ${one.phone}` : one.office };
      },
    },
  };
};

/** The coordinator tells the citizen whose matter it is instead, and how to reach them. */
export const notOurs = form<Answers, CaseFacts>({
  id: 'not-ours',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  sends: say('button.send-citizen'),
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment), words: whoQuestion(moment.city) }),
  ends: endsUnless('not_ours'),
  draft: draftOf,
  review: ({ answers: { words = '' }, facts: { view }, moment: { city } }) =>
    preview(view, { action: 'not_ours', words }, city),
  finish: ({ answers: { words = '' }, facts: { view } }) =>
    view
      ? {
          say: [stepDone('not-ours.done', view)],
          effects: [stepEffect(view, { action: 'not_ours', given: { responsible: words } })],
        }
      : { say: [] },
});
