import { form } from '../../conversation/form.ts';
import type { Question } from '../../conversation/question.ts';
import { literal, say, type Text } from '../../conversation/reply.ts';
import type { CandidateView } from '../../domain/award/committee-view.ts';
import {
  type InnovationLine,
  type InnovationMarks,
  innovationLines,
  isMark,
  lineMost,
} from '../../domain/award/innovation.ts';
import {
  backToCommittee,
  candidateFact,
  type OfCandidate,
  readOfCandidate,
  refusedStep,
} from './candidate-fact.ts';

type Answers = OfCandidate & { [line in InnovationLine]: number };
type Facts = { candidate: CandidateView | null };

/** Points at a tap; any other whole number is typed. */
const quick = [0, 5, 10, 15, 20, 25] as const;

const lineText = (line: InnovationLine, points: number): Text =>
  say('candidate-mark.line', { what: say(`button.mark.${line}`), count: points });

const heard = (line: InnovationLine, points: number | undefined) =>
  points !== undefined && isMark(points)
    ? { answer: points, note: lineText(line, points) }
    : { again: say('candidate-mark.unclear', { max: lineMost }) };

/** `18`, `18 poin`; nothing else is points. */
const readPoints = (text: string): number | undefined => {
  const [, digits] = /^(\d{1,4})(?:\s*\p{L}+)?$/u.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

const lineQuestion = (line: InnovationLine, nth: number): Question<number> => ({
  ask: {
    text: say('skm.item', {
      nth,
      count: innovationLines.length,
      question: say(`candidate-mark.${line}`, { max: lineMost }),
    }),
    columns: 3,
    choices: quick.map((points) => ({
      id: String(points),
      label: say('button.mark.points', { count: points }),
    })),
  },
  hear: {
    choice: ({ id }) => heard(line, readPoints(id)),
    text: ({ text }) => heard(line, readPoints(text)),
  },
  valid: (value) => typeof value === 'number' && isMark(value),
  title: say(`button.mark.${line}`),
});

const questions = Object.fromEntries(
  innovationLines.map((line, at) => [line, lineQuestion(line, at + 1)]),
) as { [line in InnovationLine]: Question<number> };

const marksOf = (answers: Partial<Answers>): InnovationMarks => ({
  masalah: answers.masalah ?? 0,
  kebaruan: answers.kebaruan ?? 0,
  hasil: answers.hasil ?? 0,
  keberlanjutan: answers.keberlanjutan ?? 0,
});

/** A candidate's innovation on the four published lines, 25 points each; changeable until the phase ends, and nobody sees another's marks before. */
export const candidateMark = form<Answers, Facts>({
  id: 'candidate-mark',
  work: true,
  starts: readOfCandidate,
  facts: { candidate: candidateFact<Answers>() },
  questions: () => questions,
  ends: ({ facts: { candidate } }) =>
    candidate === undefined ? undefined : refusedStep(candidate, 'mark', undefined),
  review: ({ answers, facts: { candidate } }) => {
    const marks = marksOf(answers);
    return {
      text: {
        join: [
          say('candidate-mark.review', { name: literal(candidate?.name ?? '') }),
          ...innovationLines.map((line) => lineText(line, marks[line])),
          say('candidate-mark.total', {
            count: innovationLines.reduce((all, line) => all + marks[line], 0),
          }),
        ],
        by: '\n',
      },
    };
  },
  finish: ({ answers, facts: { candidate } }) => {
    if (!candidate) return { say: [] };
    const { id, name, mine, progress } = candidate;
    return {
      say: [
        {
          text: say('candidate-mark.done', {
            name: literal(name),
            nth: progress.done + (mine ? 0 : 1),
            count: progress.of,
          }),
          choices: [backToCommittee],
        },
      ],
      effects: [{ do: 'award.mark', nominee: id, marks: marksOf(answers) }],
    };
  },
  draft: () => undefined,
});
