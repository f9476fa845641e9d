import { type Finish, fact, form } from '../../../conversation/form.ts';
import type { Moment } from '../../../conversation/moment.ts';
import type { Question } from '../../../conversation/question.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, say } from '../../../conversation/reply.ts';
import { type Answer, type Answers, type ElementKey, elements } from '../../../domain/skm/elements.ts';
import { inOrder } from '../../../domain/skm/question-order.ts';
import type { Respondent, SurveyForm } from '../../../domain/skm/survey-form.ts';
import { surveyOf } from '../../../domain/skm/survey-settings.ts';
import type { Ratable, SurveyFigure } from '../../../reads.ts';
import { cleaned } from './cleaned.ts';
import { elementQuestion } from './element-question.ts';
import { againFrom, menuDoor, notRatable, placeOf } from './rated.ts';
import { type RespondentAnswers, respondentQuestions } from './respondent-questions.ts';
import { thanks } from './thanks.ts';

type Given = { [E in ElementKey]: Answer } & RespondentAnswers & {
    service: string;
    begin: 'all' | 'quick' | 'later';
    who: 'yes' | null;
    comment: string | null;
  };
type Facts = { ratable: Ratable | null; figure: SurveyFigure | null };

const invitation = ({ name, unit, place }: Ratable): Question<Given['begin']> =>
  pick({
    text: {
      join: [
        say('skm.invite', { label: literal(place ? `${name} (${place})` : name), unit: literal(unit) }),
        say('notice.skm'),
      ],
      by: '\n',
    },
    choices: [
      { id: 'all', label: say('button.skm-begin') },
      { id: 'quick', label: say('button.skm-quick') },
      { id: 'later', label: say('button.skm-later') },
    ],
    columns: 1,
  });

/** What somebody wants instead of the nine questions. */
const instead = ({ service, begin }: Partial<Given>): Finish | undefined => {
  if (service && begin === 'quick') return { say: [], next: { form: 'skm-quick', answers: { service } } };
  return begin === 'later' ? { say: [{ text: say('skm.later'), choices: [menuDoor] }] } : undefined;
};

/** The nine of the official form, in the agency's order. */
const nine = ({ city }: Moment): { [E in ElementKey]?: Question<Answer> } => {
  const order = inOrder(surveyOf(city.agency.settings).order);
  return Object.fromEntries(
    order.map((element, i) => [element, elementQuestion(element, { nth: i + 1, count: order.length })]),
  );
};

const who = optional(
  pick<'yes'>({ text: say('skm.who'), choices: [{ id: 'yes', label: say('button.skm-tell') }] }),
);

const commentMost = 500;

/** Words count only where they are asked for: before, they are a slip at one of the four answers. */
const { more: _, ...sentence } = words({ text: say('skm.comment') }, { max: commentMost });
const comment = optional(sentence);

const answersOf = (given: Partial<Given>): Answers =>
  Object.fromEntries(elements.flatMap((element) => (given[element] ? [[element, given[element]]] : [])));

const respondentOf = ({ sex, age, education, work }: Partial<Given>): Respondent => ({
  ...(sex && { sex }),
  ...(age && { age }),
  ...(education && { education }),
  ...(work && { work }),
});

const formOf = (given: Partial<Given>, moment: Moment): SurveyForm => ({
  answers: answersOf(given),
  respondent: respondentOf(given),
  ...(given.comment && { comment: cleaned(given.comment, moment) }),
});

const refused = ({ service }: Partial<Given>, ratable: Ratable | null | undefined): Finish | undefined => {
  if (!service) return { say: [], next: { form: 'rate-service' } };
  const no = notRatable(ratable);
  if (no || !ratable?.rated) return no;
  const blanks = { place: placeOf(ratable), date: againFrom(ratable) };
  return { say: [{ text: say('skm.rated', blanks), choices: [menuDoor] }] };
};

/**
 * The official survey of a service that was used (PermenPANRB 14/2017): nine questions, whoever wants about themselves, and
 * one sentence. The last answer sends it. It never asks or says who somebody is, and leaves no trace of it.
 */
export const survey = form<Given, Facts>({
  id: 'skm',
  fleeting: true,
  starts: (argument) => (argument ? { service: argument } : {}),
  facts: {
    ratable: fact<Given, Ratable | null, string>({
      of: ({ service }) => service,
      read: (reads, service) => reads.ratable(service),
    }),
    figure: fact<Given, SurveyFigure | null, string>({
      of: ({ service, comment: said }) => (said === undefined ? undefined : service),
      read: (reads, service) => reads.surveyFigure(service),
    }),
  },
  questions: ({ answers, facts: { ratable }, moment }) => ({
    ...(ratable && { begin: invitation(ratable) }),
    ...nine(moment),
    who,
    ...(answers.who && respondentQuestions),
    comment,
  }),
  ends: ({ answers, facts: { ratable } }) => refused(answers, ratable) ?? instead(answers),
  finish: ({ answers, facts: { ratable, figure }, moment }) => {
    if (!ratable) return { say: [] };
    const filled = formOf(answers, moment);
    return {
      ...thanks(filled.answers, ratable, figure, moment),
      effects: [{ do: 'skm.rate', service: ratable.code, form: filled }],
    };
  },
  same: (draft, opened) => draft.service === opened.service,
  draft: ({ answers, facts: { ratable } }) =>
    ratable && Object.keys(answersOf(answers)).length > 0
      ? say('skm.draft', { place: placeOf(ratable) })
      : undefined,
});

/** *Tidak usah*: nobody asks further. */
export const declined = form({
  id: 'skm-no',
  fleeting: true,
  questions: () => ({}),
  finish: () => ({ say: [{ text: say('skm.enough'), choices: [menuDoor] }] }),
});
