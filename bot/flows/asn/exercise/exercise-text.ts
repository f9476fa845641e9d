import { literal, say, type Text } from '../../../conversation/reply.ts';
import { blankPieces } from '../../../domain/exercise/blank.ts';
import type { ExerciseHead, TextShown } from '../../../domain/exercise/exercise-reads.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A month (`2026-05`) with its year. */
const monthText = (month: string): Text => ({
  join: [say(`date.month.${months[Number(month.slice(5)) - 1] ?? 1}`), literal(month.slice(0, 4))],
  by: ' ',
});

/** What a case is about: its kind, the office it lay with, the month and, where it is known, the kelurahan. */
export const headText = ({ category, office, kelurahan, month }: ExerciseHead): Text => {
  const blanks = {
    category: literal(category),
    unit: literal(office),
    month: monthText(month),
  };
  return kelurahan === null
    ? say('exercise.head', blanks)
    : say('exercise.head-place', { ...blanks, place: literal(kelurahan) });
};

const blanksApart = (text: string): Text[] =>
  blankPieces(text).map((piece) =>
    typeof piece === 'string' ? literal(piece) : say('exercise.blank', { what: literal(piece.blank) }),
  );

/** A text of a case with what was taken out of it set apart. */
export const caseText = (text: string): Text => ({ join: blanksApart(text), by: '' });

/** The same with every word set apart that an officer is asked to look at. */
export const doubtedText = ({ text, doubts }: TextShown): Text => {
  const pieces: Text[] = [];
  let at = 0;
  for (const doubt of doubts.toSorted((a, b) => a.at - b.at)) {
    pieces.push(
      ...blanksApart(text.slice(at, doubt.at)),
      say('exercise.doubt', { words: literal(text.slice(doubt.at, doubt.end)) }),
    );
    at = doubt.end;
  }
  return { join: [...pieces, ...blanksApart(text.slice(at))], by: '' };
};

/** Who wrote a text, and what it says. */
export const saidText = ({ by }: Pick<TextShown, 'by'>, words: Text): Text =>
  say(by === 'citizen' ? 'exercise.citizen' : 'exercise.office', { words });
