import { expect, test } from 'vitest';
import { publicPieces, publicWords } from './public-words.ts';

const said = 'Lampu mati, hubungi 0812 3456 7890 atau motor H 1234 AB';

test('what is personal is masked, however often the words are edited', () => {
  const masked = publicWords(said);
  expect(masked).toBe('Lampu mati, hubungi [phone] atau motor [plate]');
  expect(publicWords(masked)).toBe(masked);
  expect(publicWords(masked.replace('[phone]', '081234567890'))).toBe(masked);
});

test('masks are told from words, so that each reader has them in their language', () => {
  expect(publicPieces(publicWords(said))).toEqual([
    'Lampu mati, hubungi ',
    { masked: 'phone' },
    ' atau motor ',
    { masked: 'plate' },
  ]);
  expect(publicPieces('[lain] saja')).toEqual(['[lain] saja']);
});
