import { expect, test } from 'vitest';
import type { Exercise } from './exercise.ts';
import { exerciseFrom } from './exercise.ts';
import { fitsAPhone } from './fits-a-phone.ts';
import { planted } from './testing/planted.ts';
import { withoutDoubts } from './without-doubts.ts';

const exercise = (...texts: string[]): Exercise => {
  const { report } = planted(0);
  const [words = '', ...said] = texts;
  const answers = said.map((one) => ({ by: 'office' as const, words: one }));
  const made = exerciseFrom({ ...report, words, said: answers }, { contact: [], staff: [] });
  if ('refused' in made) throw new Error(made.refused);
  return made.exercise;
};

test('every marked word of every text is a blank, and nothing else has changed', () => {
  const it = exercise(
    'lampu jalan di Tegalrejo mati kata grendolin mblonyot, sejak kemarin gelap',
    'Sudah kami ganti, kata plendhus.',
  );
  expect(it.verdict).toBe('look');
  const { texts, verdict } = withoutDoubts(it);
  expect(verdict).toBe('clean');
  expect(texts.map(({ text }) => text)).toEqual([
    'lampu jalan di Tegalrejo mati kata [nama], sejak kemarin gelap',
    'Sudah kami ganti, kata [nama].',
  ]);
  expect(texts.flatMap(({ doubts }) => doubts)).toEqual([]);
});

test('of a hundred planted reports whose people nobody knows, no one is left once the marked words are blanks', () => {
  const left = Array.from({ length: 100 }, (_, n) => planted(n)).flatMap(({ report, canaries }) => {
    const made = exerciseFrom(report, { contact: [], staff: [] });
    if ('refused' in made) throw new Error(made.refused);
    const all = withoutDoubts(made.exercise).texts.map(({ text }) => text);
    return canaries.filter((one) => all.join('\n').toLowerCase().includes(one.toLowerCase()));
  });
  expect(left).toEqual([]);
});

test('what is read in a minute fits a phone; a text of a page, or seven of them, do not', () => {
  const words = 'lampu jalan di depan rumah mati sejak kemarin';
  expect(fitsAPhone(exercise(words, words))).toBe(true);
  expect(fitsAPhone(exercise(words, `${words} `.repeat(25)))).toBe(false);
  expect(fitsAPhone(exercise(...Array.from({ length: 7 }, () => words)))).toBe(false);
});
