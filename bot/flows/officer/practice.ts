import { fact, form } from '../../conversation/form.ts';
import type { Json } from '../../conversation/json.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { words } from '../../conversation/questions/words.ts';
import { type Choice, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { AnswerShape } from '../../domain/answer-shape.ts';
import { isConcrete } from '../../domain/concrete.ts';
import type { ExerciseDesk } from '../../domain/exercise/exercise-reads.ts';
import { localDate } from '../../domain/local-date.ts';
import { relayWarning } from '../../domain/relay-warning.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { newsReply } from '../citizen/news.ts';
import { shapeOf, shapeQuestion } from './answer.ts';
import { dateQuestion } from './date-question.ts';

const reports = ['lamp', 'rubbish', 'road'] as const;
type Report = (typeof reports)[number];

type Answers = {
  report: Report;
  taken: string;
  shape: AnswerShape['shape'];
  date: string;
  words: string;
  sent: string;
  over: string;
};
type Facts = { desk: ExerciseDesk | null };

/** The number of every invented report; no prefix of a city begins like it. */
const ticket = 'LATIH-000000';

const lines = (...all: readonly Text[]): Text => ({ join: all, by: '\n' });

/** Every message of an exercise says that it is one. */
const marked = <V extends Json>(question: Question<V>): Question<V> => ({
  ...question,
  ask: { ...question.ask, text: lines(say('practice.mark'), question.ask.text) },
});

const tap = <V extends string>(text: Text, choices: readonly Choice[]) => pick<V>({ text, choices });

const card = (report: Report, { now, city }: Moment): Text => {
  const due = addWorkingDays(city.calendar, localDate(now, city.agency.zone), 5).due;
  return lines(
    say('case.state', { state: say('state.diteruskan'), date: { date: due } }),
    say(`practice.report.${report}`),
  );
};

const previewed = ({ shape: said, date, words: text = '' }: Partial<Answers>, { city }: Moment): Reply => {
  const shape = shapeOf({ ...(said && { shape: said }), ...(date && { date }) }, text);
  const news = { ticket, unit: city.agency.name, action: 'answer' as const, words: text, shape: shape.shape };
  const seen = newsReply(shape.shape === 'planned' ? { ...news, date: shape.on } : news, 'reporter', city);
  return {
    text: say('answer.preview', { message: seen?.text ?? '' }),
    choices: [
      { id: 'send', label: say('button.send-citizen') },
      { id: 'back', label: say('button.change') },
    ],
  };
};

/** What a kind colleague would say of the answer. */
const feedback = ({ shape, date, words: text = '' }: Partial<Answers>): Text =>
  lines(
    isConcrete(text) || date || shape === 'cannot' ? say('practice.concrete') : say('practice.vague'),
    ...(shape === 'planned' ? [say('practice.date')] : []),
    ...(relayWarning(text).length > 0 ? [say('practice.money')] : []),
  );

/** The doors to real cases, for whoever serves. */
const realCases = (desk: ExerciseDesk | null | undefined): Choice[] => [
  ...(desk?.learns ? [{ id: 'go:exercises', label: say('button.exercises') }] : []),
  ...(desk && desk.waiting > 0 ? [{ id: 'go:exercise-approve', label: say('button.exercise.approve') }] : []),
];

const started = (desk: ExerciseDesk | null | undefined): Text =>
  desk && desk.waiting > 0
    ? lines(say('practice.cases', { count: desk.waiting }), say('practice.start'))
    : say('practice.start');

/**
 * `/latihan`: taking and answering invented reports with the buttons of real ones; nothing is written and nobody is told. Real
 * cases without people are behind a button of their own.
 */
export const practice = form<Answers, Facts>({
  id: 'practice',
  work: true,
  facts: {
    desk: fact<Answers, ExerciseDesk | null, true>({
      of: () => true,
      read: (reads) => reads.exerciseDesk(),
    }),
  },
  questions: ({ answers, facts: { desk }, moment }) => ({
    report: marked(
      tap<Report>(started(desk), [
        ...reports.map((id) => ({ id, label: say(`button.practice.${id}`) })),
        ...realCases(desk),
      ]),
    ),
    taken: marked(
      tap(card(answers.report ?? 'lamp', moment), [{ id: 'accept', label: say('button.case.accept') }]),
    ),
    shape: marked(shapeQuestion),
    ...(answers.shape === 'planned' && {
      date: marked(dateQuestion(moment, { text: say('answer.date') })),
    }),
    words: marked(
      words({ text: say(answers.shape === 'cannot' ? 'answer.because' : 'answer.words') }, { min: 5 }),
    ),
    sent: marked(pick({ choices: [], ...previewed(answers, moment) }, { only: false })),
    over: marked(
      tap(feedback(answers), [
        { id: 'done', label: say('button.case.finish') },
        { id: 'go:practice', label: say('button.practice.again') },
      ]),
    ),
  }),
  check: ({ answers: { date }, moment: { now, city } }) =>
    date && date < localDate(now, city.agency.zone) ? { date: say('answer.date.past') } : {},
  finish: () => ({
    say: [
      {
        text: lines(say('practice.mark'), say('practice.over')),
        choices: [
          { id: 'go:practice', label: say('button.practice.again') },
          { id: 'go:tickets', label: say('button.tickets') },
        ],
      },
    ],
  }),
  draft: () => undefined,
});
