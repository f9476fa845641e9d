import type { Question } from '../../conversation/question.ts';
import { say, type Text } from '../../conversation/reply.ts';

/** What is looked for: words, or an office to be chosen. */
export type Find = { words: string } | { by: 'office' };

/** Longer words are no name of a service, and would fill the answer that repeats them; PostgreSQL refuses a NUL in a text. */
const longest = 100;

/** What was typed, as the search takes it. */
export const readWords = (text: string): { words: string } => ({
  words: text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed(),
});

export const wordsOf = (find: Find | undefined): string | undefined =>
  find && 'words' in find ? find.words : undefined;

/** Words of a name are asked for; an office can be chosen instead. */
export const findQuestion = (text: Text): Question<Find> => ({
  ask: {
    text,
    choices: [
      { id: 'office', label: say('button.by-office') },
      { id: 'cancel', label: say('button.cancel') },
    ],
  },
  hear: {
    text: ({ text }) => ({ answer: readWords(text) }),
    choice: ({ id }) => (id === 'office' ? { answer: { by: 'office' } } : { again: say('again.choose') }),
  },
  valid: (value) => typeof value === 'object' && value !== null,
});

/** Codes hang at counters with a digit or a dash in them; other words are what somebody calls the service. */
export const looksLikeCode = (typed: string): boolean => /^\S*[\d-]\S*$/.test(typed);
