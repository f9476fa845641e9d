import type { Exercise } from './exercise.ts';

const mostTexts = 6;
const mostLetters = 900;

/** Whether an exercise is read in a minute or two: who waits for a bus learns from a short case, not from a long quarrel. */
export const fitsAPhone = ({ texts }: Exercise): boolean =>
  texts.length <= mostTexts && texts.every(({ text }) => [...text].length <= mostLetters);
