import { expect, test, vi } from 'vitest';
import { sentences as atHand, sentenceOf as spoken } from './sentences.ts';
import { learnSentences, sentenceOf, sentences } from './sentences-elsewhere.ts';

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

test('every sentence is found as the library of languages finds it, blanks and marks untouched', () => {
  const languages = Object.keys(atHand) as (keyof typeof atHand)[];
  const keys = Object.keys(atHand.id) as (keyof typeof atHand.id)[];
  expect(keys.length).toBeGreaterThan(2000);
  for (const language of languages)
    for (const key of keys)
      expect(sentenceOf(language, key), `${language} ${key}`).toBe(spoken(language, key));
});

test('what a language lacks is said in Indonesian', async () => {
  vi.resetModules();
  const fresh = await import('./sentences-elsewhere.ts');
  const { menu, ...lacking } = atHand.min;
  await fresh.learnSentences(async (language) => (language === 'min' ? lacking : atHand[language]));
  expect(fresh.sentenceOf('min', 'menu')).toBe(atHand.id.menu);
  expect(menu).not.toBe(atHand.id.menu);
});
