import type { Question } from '../../../conversation/question.ts';
import { type Choice, say, type Text } from '../../../conversation/reply.ts';
import { type Answer, isAnswer, scale } from '../../../domain/skm/elements.ts';

/** A question with four answers, worth 1 to 4 in this order, two beside each other where they fit. */
export const fourAnswers = (text: Text, answer: (worth: Answer) => Omit<Choice, 'id'>): Question<Answer> => ({
  ask: { text, choices: scale.map((worth) => ({ id: String(worth), ...answer(worth) })), columns: 2 },
  hear: {
    choice: ({ id }) => {
      const worth = Number(id);
      return isAnswer(worth) ? { answer: worth } : { again: say('again.choose') };
    },
  },
  valid: isAnswer,
});
