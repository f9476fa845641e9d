import type { AnyForm, Asking, Fields } from './form.ts';
import type { Moment } from './moment.ts';
import type { Question } from './question.ts';
import type { Talk } from './talk.ts';

export type Questions = { [name: string]: Question };

export const askingOf = (talk: Talk, moment: Moment): Asking<Fields, Fields> => ({
  answers: talk.answers,
  facts: talk.facts,
  moment,
});

const built = new WeakMap<Talk, { form: AnyForm; moment: Moment; questions: Questions }>();

/** A talk's questions; built once for a talk and moment, since one turn looks at them several times. */
export const questionsOf = (form: AnyForm, talk: Talk, moment: Moment): Questions => {
  const known = built.get(talk);
  if (known?.moment === moment && known.form === form) return known.questions;
  const questions = form.questions(askingOf(talk, moment)) as Questions;
  built.set(talk, { form, moment, questions });
  return questions;
};

/** The first question without a valid answer: where the conversation stands, however it came there. */
export const openQuestion = (
  questions: Questions,
  { answers, wanted }: Pick<Talk, 'answers' | 'wanted'>,
): string | undefined =>
  Object.entries(questions).find(([name, question]) => {
    if (question.volunteer && wanted !== name) return false;
    const answer = answers[name];
    return answer === undefined || !question.valid(answer);
  })?.[0];

/** Takes an answer back, so that its question is open again. */
export const withoutAnswer = (talk: Talk, name: string): Talk => {
  const { [name]: _, ...answers } = talk.answers;
  return { ...talk, answers };
};

/** Puts an answer at the end of the order in which answers were given. */
export const withAnswer = (talk: Talk, name: string, answer: Fields[string]): Talk => ({
  ...talk,
  answers: { ...withoutAnswer(talk, name).answers, [name]: answer },
});
