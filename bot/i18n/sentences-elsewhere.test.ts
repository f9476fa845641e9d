import { expect, test } from 'vitest';
import { sentences as atHand } from './sentences.ts';
import { learnSentences, sentences } from './sentences-elsewhere.ts';

test('where languages lie elsewhere nothing is said until all are read; then they are kept', async () => {
  expect(Object.keys(sentences)).toEqual(Object.keys(atHand));
  expect(() => sentences.id.menu).toThrow('no language has been read yet');

  for (const broken of [{}, null, 'halaman', { menu: 1 }]) {
    const read = async (language: keyof typeof atHand) => (language === 'min' ? broken : atHand[language]);
    await expect(learnSentences(read)).rejects.toThrow('min is no language');
  }
  const away = async () => expect.fail('away');
  await expect(learnSentences(away)).rejects.toThrow('away');
  expect(() => sentences.id.menu).toThrow('no language has been read yet');

  const asked: string[] = [];
  const read = async (language: keyof typeof atHand) => {
    asked.push(language);
    return structuredClone(atHand[language]);
  };
  await learnSentences(read);
  expect({ ...sentences }).toEqual(atHand);
  await learnSentences(read);
  expect(asked.toSorted()).toEqual(Object.keys(atHand).toSorted());
});
