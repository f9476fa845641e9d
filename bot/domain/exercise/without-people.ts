import { signOf } from './blank.ts';
import { isNameWord, type KnownNames } from './known-names.ts';
import { capitalsTell, cutOut, joined, squash, type Token, tokensOf } from './tokens.ts';

const titled =
  /(?<!\p{L})(bapak|bpk|pak|ibu|ibuk|buk|bu|sdri?|saudar[ai]|mas|mba|mbak|kak|kakak|bang|uda|uni|drg?|hj?|petugas|bidan|suster|mantri|bernama|nama saya|namanya|saya)\.?\s+$/iu;

/** Degrees behind a name, and what is typed onto it: `[nama], S.Sos., M.Si`, `budi_88`. */
const tails = new RegExp(
  `[\\d_]*(${signOf('nama')})(?:[\\d_]+|, ?[SMAsma]\\.\\p{L}{1,4}(?:\\.\\p{L}{1,4})?\\.?| [SM]\\.\\p{L}{1,4}\\.?|, ?(?:SE|SH|MM|MSi|MH|ST|SKM|SPd|SKom|AP)\\b\\.?)*`,
  'gu',
);

/** A text without the people who are known, each as one blank. */
export const withoutPeople = (text: string, known: KnownNames, isWord: (word: string) => boolean): string => {
  const tokens = tokensOf(text);
  const telling = capitalsTell(tokens);
  const sure = tokens.map(({ text: word }) => isNameWord(word, known, isWord));
  const careful = tokens.map(({ text: word }) => known.careful.has(squash(word)));
  const beside = (at: number, other: number) => {
    const [left, right] = [tokens[Math.min(at, other)], tokens[Math.max(at, other)]];
    return Boolean(left && right && joined(text, left, right) && (sure[other] || careful[other]));
  };
  const meant = (token: Token, at: number): boolean =>
    sure[at] === true ||
    (careful[at] === true &&
      (beside(at, at - 1) ||
        beside(at, at + 1) ||
        titled.test(text.slice(0, token.at)) ||
        (telling && token.capital && !token.opens)));
  const cuts = tokens.filter(meant).map(({ at, end }) => ({ at, end, by: signOf('nama') }));
  return cutOut(text, cuts).replace(tails, '$1');
};
