import type { Exercise, ExerciseText } from './exercise.ts';

const closed = ({ by, text, doubts }: ExerciseText): ExerciseText => ({
  by,
  text: doubts
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (left, { at, end }) =>
        left.slice(0, at) + (/^\p{N}+$/u.test(text.slice(at, end)) ? '[nomor]' : '[nama]') + left.slice(end),
      text,
    )
    .replace(/(\[nama\]|\[nomor\])(?: \1)+/g, '$1'),
  doubts: [],
});

/** An exercise in which every word that an officer was asked to look at is a blank. */
export const withoutDoubts = ({ texts: [first, ...others], ...exercise }: Exercise): Exercise => ({
  ...exercise,
  texts: [closed(first), ...others.map(closed)],
  verdict: 'clean',
});
