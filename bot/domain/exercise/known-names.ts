import { givenNames } from './given-names.ts';
import { squash } from './tokens.ts';

/**
 * The words that names are made of. `sure` go wherever they stand; `careful` are words of every day as well (*Bagus*,
 * *Indah*) and go where something shows that a person is meant. All are squashed.
 */
export type KnownNames = { sure: ReadonlySet<string>; careful: ReadonlySet<string> };

const honours = new Set(
  `pak bu bapak ibu bpk mas mbak mba kang kak bang uda uni haji hajah hj h dr drs dra drg ir prof kh ust ustad ustadz sdr sdri
  rm raden almarhum alm spd sh se skom mm msi mpd st amd skm ap sos bin binti van de`.split(/\s+/),
);

/** The words of a full name: degrees stand behind a comma or hold a full stop, honours are none. */
const wordsIn = (full: string): string[] =>
  (
    (full.normalize('NFKC').split(',')[0] ?? '')
      .replace(/\p{L}+\.\p{L}*\.?/gu, ' ')
      .match(/[\p{L}'’]{2,}/gu) ?? []
  )
    .map(squash)
    .filter((word) => !honours.has(word));

/** Names as they were handed in or announced; `isWord` says which of their words mean something by themselves. */
export const knownNames = (people: readonly string[], isWord: (word: string) => boolean): KnownNames => {
  const words = new Set(people.flatMap(wordsIn));
  const asWord = (word: string) => word.length < 3 || isWord(word);
  return {
    sure: new Set([...givenNames.map(squash), ...[...words].filter((word) => !asWord(word))]),
    careful: new Set([...words].filter(asWord)),
  };
};

const madeOf = (word: string, { sure, careful }: KnownNames, parts = 0): boolean => {
  if (word === '') return parts >= 2;
  return [...sure, ...careful].some(
    (name) =>
      name.length >= 3 &&
      word.startsWith(name) &&
      madeOf(word.slice(name.length), { sure, careful }, parts + 1),
  );
};

/**
 * Whether a word is somebody's name, or made of names: joined (*budisantoso*), with an ending (*sumarnya*), cut short
 * (*ningsih* of Wahyuningsih), or part of a made-up word. A word of every day is none.
 */
export const isNameWord = (word: string, known: KnownNames, isWord: (word: string) => boolean): boolean => {
  const plain = squash(word.replace(/[\p{N}_]/gu, ''));
  if (known.sure.has(plain)) return true;
  if (plain.length < 3 || isWord(word)) return false;
  const stem = plain.replace(/(nya|ku|mu|ne|e)$/u, '');
  if (known.sure.has(stem)) return true;
  for (const name of known.sure) {
    if (name.length >= 5 && plain.includes(name)) return true;
    if (name.length > plain.length && (name.startsWith(plain) || name.endsWith(plain))) return true;
  }
  return madeOf(plain, known);
};
