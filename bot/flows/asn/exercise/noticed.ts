import { literal, say, type Text } from '../../../conversation/reply.ts';
import { rubric, type Scored } from '../../../domain/exercise/rubric.ts';
import { type Answering, scoreAnswer } from '../../../domain/exercise/score-answer.ts';

const lineText = ({ why, words = [] }: Scored): Text =>
  why === 'office-words'
    ? say('exercise.why.office-words', { words: literal(words.slice(0, 5).join(', ')) })
    : say(`exercise.why.${why}`);

/** What the service notices of an answer by its words alone: a third opinion, which decides nothing. */
export const noticedText = (answer: string, answering: Answering): Text => {
  const score = scoreAnswer(answer, answering);
  return { join: [say('exercise.noticed'), ...rubric.map((line) => lineText(score[line]))], by: '\n' };
};
