import type { Question } from '../../../conversation/question.ts';
import { yesNo } from '../../../conversation/questions/pick.ts';
import { say, type Text } from '../../../conversation/reply.ts';
import { type Marks, type RubricLine, rubric } from '../../../domain/exercise/rubric.ts';

/** The four lines of the rubric as yes or no, one after the other; `before` is said above the first. */
export const rubricQuestions = (before: Text): { [line in RubricLine]: Question<boolean> } => {
  const asked = (line: RubricLine): Question<boolean> => {
    const nth = rubric.indexOf(line);
    const question = say('skm.item', {
      nth: nth + 1,
      count: rubric.length,
      question: say(`exercise.question.${line}`),
    });
    const text: Text = nth === 0 ? { join: [before, question], by: '\n\n' } : question;
    return yesNo({ text }, say(`exercise.line.${line}`));
  };
  return {
    greeting: asked('greeting'),
    office: asked('office'),
    date: asked('date'),
    plain: asked('plain'),
  };
};

/** The same where it is decided already: whatever is said leads on to `ends`, which tells so. */
export const rubricOver = (): { [line in RubricLine]: Question<boolean> } => {
  const heard = () => ({ answer: true });
  const { greeting, office, date, plain } = rubricQuestions({ join: [], by: '' });
  const hear = { choice: heard, text: heard };
  return {
    greeting: { ...greeting, hear },
    office: { ...office, hear },
    date: { ...date, hear },
    plain: { ...plain, hear },
  };
};

/** Marks once all four lines are answered. */
export const marksFrom = ({ greeting, office, date, plain }: Partial<Marks>): Marks | undefined =>
  greeting === undefined || office === undefined || date === undefined || plain === undefined
    ? undefined
    : { greeting, office, date, plain };
