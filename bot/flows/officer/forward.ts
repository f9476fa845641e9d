import { form } from '../../conversation/form.ts';
import { optional } from '../../conversation/questions/optional.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say } from '../../conversation/reply.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { endsUnless, stepDone, stepEffect } from './case-step.ts';
import { officeQuestion, officesFor } from './office-question.ts';

type Answers = CaseAnswers & { office: string; words: string | null };

const messageQuestion = optional(words({ text: say('forward.words') }, { min: 3, max: 500 }));

/** *Teruskan*: the coordinator gives a report to the office that is responsible, with a word for it if there is one. */
export const forward = form<Answers, CaseFacts>({
  id: 'forward',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  questions: ({ answers: { ticket = '' }, facts: { view }, moment }) => ({
    ticket: ticketQuestion(moment),
    office: officeQuestion(
      { text: say('forward.office', { ticket }) },
      view ? officesFor(view, moment.city) : [],
      moment.city.units,
    ),
    words: messageQuestion,
  }),
  ends: endsUnless('forward'),
  draft: () => undefined,
  finish: ({ answers: { office = '', words: said }, facts: { view }, moment: { city } }) => {
    if (!view) return { say: [] };
    const unit = literal(city.units.find(({ code }) => code === office)?.name ?? office);
    const given = { office, ...(said && { reason: said }) };
    return {
      say: [stepDone('forward.done', view, { unit })],
      effects: [stepEffect(view, { action: 'forward', given })],
    };
  },
});
