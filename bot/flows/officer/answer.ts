import { fact, form } from '../../conversation/form.ts';
import { photos } from '../../conversation/questions/photos.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { type Choice, type Reply, say } from '../../conversation/reply.ts';
import { type AnswerShape, answerFault } from '../../domain/answer-shape.ts';
import { isConcrete } from '../../domain/concrete.ts';
import { localDate } from '../../domain/local-date.ts';
import type { AnswerTemplate } from '../../domain/template.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { CaseView } from '../../reads.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { blankQuestions, type Wording, worded, wordsFault, wordsQuestion } from './answer-words.ts';
import { type CaseAnswers, type CaseFacts, caseFact } from './case-form.ts';
import { draftOf, endsUnless, preview, riskNote, stepDone, stepEffect } from './case-step.ts';
import { dateQuestion } from './date-question.ts';

type Answers = CaseAnswers & Wording & { photos: string[] };
type Facts = CaseFacts & { templates: AnswerTemplate[] };

const shapes: readonly Choice[] = (['done', 'planned', 'cannot', 'plain'] as const).map((shape) => ({
  id: shape,
  label: say(`button.shape.${shape}`),
}));

/** The three shapes of an answer, or plain words. */
export const shapeQuestion = pick<AnswerShape['shape']>(
  { text: say('answer.shape'), choices: shapes },
  { title: say('button.part.shape') },
);

/** Nobody is asked for a photo; one sent along goes along. */
const photosQuestion = {
  ...photos({ text: say('answer.photo') }, { max: 3, title: say('button.part.photos') }),
  volunteer: true,
};

/** The shape that counts: words that name no result, day or reason answer nothing, whatever they are called. */
export const shapeOf = ({ shape = 'plain', date }: Partial<Wording>, said: string): AnswerShape => {
  if (shape === 'planned' && date) return { shape, on: date };
  if (shape === 'cannot') return { shape, because: said };
  return shape === 'done' && isConcrete(said) ? { shape } : { shape: 'plain' };
};

/** `/balas TICKET words`; either may be missing. */
const startsAnswer = (argument: string): { ticket?: string; words?: string } => {
  const [first = '', rest = ''] = argument.trim().split(/\s+([\s\S]*)/);
  const ticket = readTicket(first);
  const said = ticket ? rest : argument.trim();
  return { ...(ticket && { ticket }), ...(said && { words: said }) };
};

/** What is done can be closed at once; otherwise the promise to settle it runs on. */
const offersFinish = (reply: Reply, { ticket }: CaseView): Reply => ({
  ...reply,
  choices: [{ id: `go:finish:${ticket}`, label: say('button.case.finish') }, ...(reply.choices ?? [])],
});

/**
 * *Balas*: what the citizen is to know, in three shapes or as plain words, shown once as they will read it before it goes.
 * Replying to a notification begins it with the words or the photo already there.
 */
export const answer = form<Answers, Facts>({
  id: 'answer',
  work: true,
  starts: startsAnswer,
  facts: {
    view: caseFact<Answers>(),
    templates: fact<Answers, AnswerTemplate[], boolean>({
      of: ({ shape }) => (shape === undefined || shape === 'plain' ? undefined : true),
      read: (reads) => reads.templates(),
    }),
  },
  sends: say('button.send-citizen'),
  questions: ({ answers, facts: { view, templates = [] }, moment }) => ({
    ticket: ticketQuestion(moment),
    shape: shapeQuestion,
    ...(answers.shape === 'planned' && {
      date: { ...dateQuestion(moment, { text: say('answer.date') }), title: say('button.part.date') },
    }),
    words: wordsQuestion(answers.shape, templates),
    ...blankQuestions(answers, view, moment),
    photos: photosQuestion,
  }),
  ends: endsUnless('answer'),
  check: ({ answers, facts: { view }, moment }) => {
    const long = wordsFault(answers.words);
    if (long) return { words: long };
    if (!view || !answers.date || answers.shape !== 'planned') return {};
    const today = localDate(moment.now, moment.city.agency.zone);
    const fault = answerFault({ shape: 'planned', on: answers.date }, view, today);
    return fault ? { date: say(fault === 'third_extension' ? 'answer.date.third' : 'answer.date.past') } : {};
  },
  draft: draftOf,
  review: ({ answers, facts: { view }, moment: { city } }) => {
    const said = worded(answers, view);
    const shape = shapeOf(answers, said);
    const news = {
      action: 'answer' as const,
      words: said,
      shape: shape.shape,
      ...(shape.shape === 'planned' && { date: shape.on }),
    };
    return preview(view, news, city, [
      ...(answers.photos ? [say('photo.goes-along', { count: answers.photos.length })] : []),
      ...(shape.shape === 'plain' && !isConcrete(said) ? [say('answer.empty')] : []),
      ...riskNote(said),
    ]);
  },
  finish: ({ answers, facts: { view } }) => {
    if (!view) return { say: [] };
    const said = worded(answers, view);
    const wanted = { action: 'answer' as const, given: { body: said }, answer: shapeOf(answers, said) };
    return {
      say: [
        wanted.answer.shape === 'done'
          ? offersFinish(stepDone('answer.done', view), view)
          : stepDone('answer.done', view),
      ],
      effects: [stepEffect(view, wanted, answers.photos ?? [])],
    };
  },
});
