import { form } from '../../conversation/form.ts';
import { optional } from '../../conversation/questions/optional.ts';
import { photos } from '../../conversation/questions/photos.ts';
import { say } from '../../conversation/reply.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { draftOf, endsUnless, ownWords, preview, riskNote, stepDone, stepEffect } from './case-step.ts';

type Answers = CaseAnswers & { words: string; photos: string[] | null };

const photosQuestion = optional(
  photos({ text: say('finish.photo') }, { max: 3, title: say('button.part.photos') }),
);

/**
 * *Selesai*: what was done, with a picture of the result. The citizen then says whether it is. Whether a picture was used
 * before or lies far from the place is known only once it is cleaned; the officer is written to then, and nothing is refused.
 */
export const finish = form<Answers, CaseFacts>({
  id: 'finish',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  sends: say('button.send-citizen'),
  questions: ({ moment }) => ({
    ticket: ticketQuestion(moment),
    words: ownWords(say('finish.words'), { min: 10, short: say('finish.short') }),
    photos: photosQuestion,
  }),
  ends: endsUnless('finish'),
  draft: draftOf,
  review: ({ answers: { words = '', photos: shown }, facts: { view }, moment: { city } }) =>
    preview(view, { action: 'finish', words }, city, [
      shown && shown.length > 0 ? say('photo.goes-along', { count: shown.length }) : say('finish.no-photo'),
      ...riskNote(words),
    ]),
  finish: ({ answers: { words = '', photos: shown }, facts: { view } }) =>
    view
      ? {
          say: [stepDone('finish.done', view)],
          effects: [stepEffect(view, { action: 'finish', given: { result: words } }, shown ?? [])],
        }
      : { say: [] },
});
