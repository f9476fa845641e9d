import { fact, form } from '../../../conversation/form.ts';
import { type Choice, literal, say, type Text } from '../../../conversation/reply.ts';
import type { ColleagueAnswer } from '../../../domain/exercise/exercise-reads.ts';
import type { Marks } from '../../../domain/exercise/rubric.ts';
import { caseText, headText, saidText } from './exercise-text.ts';
import { marksFrom, rubricOver, rubricQuestions } from './rubric-questions.ts';

type Answers = Marks & { id: number };
type Facts = { seen: ColleagueAnswer | null };

const toOthers: Choice = { id: 'go:exercises', label: say('button.exercise.others') };

const shown = (seen: ColleagueAnswer): Text => ({
  join: [
    headText(seen),
    saidText({ by: 'citizen' }, caseText(seen.text)),
    say('exercise-score.answer', { words: literal(seen.words) }),
  ],
  by: '\n\n',
});

/** A colleague's answer on the four lines of the rubric; nobody learns whose it is, nor who scored it. */
export const exerciseScore = form<Answers, Facts>({
  id: 'exercise-score',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument.trim()) ? { id: Number(argument) } : {}),
  facts: {
    seen: fact<Answers, ColleagueAnswer | null, number>({
      of: ({ id }) => id ?? 0,
      read: (reads, id) => reads.colleagueAnswer(id),
    }),
  },
  questions: ({ facts: { seen } }) => (seen ? rubricQuestions(shown(seen)) : rubricOver()),
  ends: ({ facts: { seen } }) =>
    seen === null ? { say: [{ text: say('exercise-score.gone'), choices: [toOthers] }] } : undefined,
  finish: ({ answers, facts: { seen } }) => {
    const marks = marksFrom(answers);
    if (!seen || !marks) return { say: [] };
    return {
      say: [{ text: say('exercise-score.done'), choices: [toOthers] }],
      effects: [{ do: 'exercise.score', answer: seen.answer, marks }],
    };
  },
  draft: () => undefined,
});
