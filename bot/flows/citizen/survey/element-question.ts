import type { Question } from '../../../conversation/question.ts';
import { type Choice, say, type Text } from '../../../conversation/reply.ts';
import { type Answer, type ElementKey, scale } from '../../../domain/skm/elements.ts';
import { fourAnswers } from './four-answers.ts';

/** Where a question stands among the others, from 1, and how many there are. */
export type Standing = { nth: number; count: number };

const questionOf = (element: ElementKey) => `skm.question.${element}` as const;

const answerOf = (element: ElementKey, worth: Answer) => `skm.answer.${element}.${worth}` as const;

/** Two official answers are longer than the title of a row in a list (24 characters). */
const shortOf = (element: ElementKey, worth: Answer): Text | undefined => {
  if (element !== 'pengaduan') return undefined;
  switch (worth) {
    case 2:
      return say('skm.short.pengaduan.2');
    case 3:
      return say('skm.short.pengaduan.3');
    default:
      return undefined;
  }
};

const choiceOf = (element: ElementKey, worth: Answer): Omit<Choice, 'id'> => {
  const short = shortOf(element, worth);
  return { label: say(answerOf(element, worth)), ...(short && { short }) };
};

/** The instrument's own wording, which stands below a translation so that it stays valid. */
const officially = (element: ElementKey): Text => ({
  join: [say(questionOf(element)), { join: scale.map((worth) => say(answerOf(element, worth))), by: ' · ' }],
  by: '\n',
});

/** One question of the official form with its own four answers, the worst first. */
export const elementQuestion = (element: ElementKey, standing: Standing): Question<Answer> =>
  fourAnswers(
    {
      own: say('skm.item', { ...standing, question: say(questionOf(element)) }),
      official: officially(element),
    },
    (worth) => choiceOf(element, worth),
  );
