import { form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { say } from '../../conversation/reply.ts';
import { answerFault } from '../../domain/answer-shape.ts';
import type { Wanted } from '../../domain/case.ts';
import { localDate } from '../../domain/local-date.ts';
import type { CaseView } from '../../reads.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { draftOf, endsUnless, ownWords, preview, riskNote, stepDone, stepEffect } from './case-step.ts';
import { dateQuestion } from './date-question.ts';

type Answers = CaseAnswers & { shape: 'planned' | 'not-yet'; date: string; words: string };

const shapes: readonly Answers['shape'][] = ['planned', 'not-yet'];

const shapeQuestion = ({ ticket, due }: Pick<CaseView, 'ticket' | 'due'>) =>
  pick<Answers['shape']>(
    {
      text: say('new-date.shape', { ticket, date: { date: due } }),
      choices: [
        { id: 'planned', label: say('button.shape.planned') },
        { id: 'not-yet', label: say('button.not-yet') },
      ],
    },
    { title: say('button.part.shape') },
  );

/** A reminder's button also says which of the two it is. */
const startsWithShape = (argument: string): Partial<Answers> => {
  const shape = shapes.find((one) => argument.endsWith(` ${one}`));
  return { ...startsWithTicket(argument), ...(shape && { shape }) };
};

/** *Tanggal baru*: a day that can be kept, or that there is none yet, with the reason; the clocks run on either way. */
export const newDate = form<Answers, CaseFacts>({
  id: 'new-date',
  work: true,
  starts: startsWithShape,
  facts: { view: caseFact<Answers>() },
  sends: say('button.send-citizen'),
  questions: ({ answers: { shape, ticket = '' }, facts: { view }, moment }) => ({
    ticket: ticketQuestion(moment),
    shape: shapeQuestion(view ?? { ticket, due: '' }),
    ...(shape === 'planned' && {
      date: {
        ...dateQuestion(moment, { text: say('answer.date') }),
        title: say('button.part.date'),
      },
    }),
    words: ownWords(say(shape === 'planned' ? 'new-date.reason' : 'new-date.not-yet')),
  }),
  ends: endsUnless('extend'),
  check: ({ answers: { shape, date }, facts: { view }, moment }) => {
    if (!view || !date || shape !== 'planned') return {};
    const today = localDate(moment.now, moment.city.agency.zone);
    const fault = answerFault({ shape: 'planned', on: date }, view, today);
    return fault ? { date: say(fault === 'third_extension' ? 'answer.date.third' : 'answer.date.past') } : {};
  },
  draft: draftOf,
  review: ({ answers, facts: { view }, moment: { city } }) => {
    const { words = '', date } = answers;
    const news = isPlanned(answers)
      ? { action: 'extend' as const, words, date: date ?? '' }
      : { action: 'not_yet' as const, words };
    return preview(view, news, city, riskNote(words));
  },
  finish: ({ answers, facts: { view } }) => {
    if (!view) return { say: [] };
    const { words = '', date = '' } = answers;
    const wanted: Wanted = isPlanned(answers)
      ? { action: 'extend', given: { date, reason: words } }
      : { action: 'not_yet', given: { reason: words } };
    return { say: [stepDone('new-date.done', view)], effects: [stepEffect(view, wanted)] };
  },
});

const isPlanned = ({ shape }: Partial<Answers>): boolean => shape === 'planned';
