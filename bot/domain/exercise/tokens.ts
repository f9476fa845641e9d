import { anySign } from './blank.ts';

/** A word, a number or a sign in a text, with what tells a name from a word: its capital, and whether a sentence begins there. */
export type Token = { text: string; low: string; at: number; end: number; capital: boolean; opens: boolean };

const token = new RegExp(`${anySign}|[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)*`, 'gu');

/** Small letters without accents, apostrophes and drawn-out letters: "Nu'maan" and "numan" are one. */
export const squash = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/(\p{L})\1+/gu, '$1');

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(token)].map(({ 0: word, index: at }) => ({
    text: word,
    low: word.toLowerCase(),
    at,
    end: at + word.length,
    capital: /^\p{Lu}/u.test(word),
    opens:
      /(^|[.!?:;\n"“(])[\s"“(\-–—*•]*$/u.test(text.slice(0, at)) &&
      !/\b\p{L}{1,3}\.\s*$/u.test(text.slice(0, at)),
  }));

/** Whether two neighbours stand in one phrase: nothing but spaces, dots, hyphens or underscores lie between. */
export const joined = (text: string, left: Token, right: Token): boolean =>
  /^[ .\-_]{0,3}$/.test(text.slice(left.end, right.at));

/** Whether a capital says anything: not where everything is shouted, nor where most words have one. */
export const capitalsTell = (tokens: readonly Token[]): boolean => {
  const inside = tokens.filter(({ text, opens }) => !opens && /^\p{L}{3,}/u.test(text));
  const capitals = inside.filter(({ capital }) => capital);
  return (
    inside.length > 0 &&
    (capitals.length <= 4 || capitals.length * 5 <= inside.length * 2) &&
    capitals.length * 10 <= inside.length * 8
  );
};

/** A stretch of a text and what takes its place. */
export type Cut = { at: number; end: number; by: string };

/** The text with its cuts; of two that overlap the first one handed in holds. */
export const cutOut = (text: string, cuts: readonly Cut[]): string => {
  const taken: Cut[] = [];
  for (const cut of cuts)
    if (taken.every((other) => cut.end <= other.at || cut.at >= other.end)) taken.push(cut);
  return taken
    .toSorted((a, b) => b.at - a.at)
    .reduce((left, { at, end, by }) => left.slice(0, at) + by + left.slice(end), text);
};
