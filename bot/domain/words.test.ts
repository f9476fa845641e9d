import { expect, test } from 'vitest';
import { rewording } from './synonyms.ts';
import { findPhrases, phraseSet, wordsOf } from './words.ts';

test('words are small letters without punctuation, accents kept', () => {
  expect(wordsOf('Lampu-nya MATI!! (RT 03/RW 02)')).toEqual(['lampu', 'nya', 'mati', 'rt', '03', 'rw', '02']);
  expect(wordsOf('𝗟𝗔𝗠𝗣𝗨 é 🙏')).toEqual(['lampu', 'é']);
});

test('the longest phrase takes its words, and endings do not hide a word', () => {
  const known = phraseSet('lampu jalan | jalan | lampu');
  expect(
    findPhrases(wordsOf('lampu jalannya di jalane'), known).map(({ at, length }) => [at, length]),
  ).toEqual([
    [0, 2],
    [3, 1],
  ]);
});

test('part of a word is not a word', () => {
  expect(findPhrases(['jalanan', 'perjalanan', 'gotong'], phraseSet('jalan | got'))).toEqual([]);
});

test('phrases are reworded once and everything else stays in place', () => {
  const reword = rewording([
    { say: 'tidak nyala', mean: 'mati' },
    { say: 'mati', mean: 'padam' },
  ]);
  expect(reword('lampu tidak nyala dan mati lagi')).toEqual(['lampu', 'mati', 'dan', 'padam', 'lagi']);
});
