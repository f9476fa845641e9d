import { once } from './once.ts';
import { findPhrases, phraseKey, wordsOf } from './words.ts';

/** What people say and the word the keyword lists know it by; both may be phrases. Data: `db/seed/data/synonyms.json`. */
export type Synonym = { say: string; mean: string };

/** Turns everyday, Javanese, Minangkabau and English words of a text into those the keyword lists use. */
export type Reword = (text: string) => string[];

/** Prepares a `Reword` once for many texts. Keywords go through it too, so that both sides speak alike. */
export const rewording = once((synonyms: readonly Synonym[]): Reword => {
  const meanings = new Map(synonyms.map(({ say, mean }) => [phraseKey(say), wordsOf(mean)]));
  return (text) => {
    const words = wordsOf(text);
    const said: string[] = [];
    let next = 0;
    for (const { at, length, value } of findPhrases(words, meanings)) {
      said.push(...words.slice(next, at), ...value);
      next = at + length;
    }
    return [...said, ...words.slice(next)];
  };
});
