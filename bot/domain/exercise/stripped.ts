import { anySign, type BlankKind, shownBlanks, signOf } from './blank.ts';
import { everydayNames } from './given-names.ts';
import { isOrdinary } from './is-ordinary.ts';
import { type KnownNames, knownNames } from './known-names.ts';
import { namesAnnounced } from './names-announced.ts';
import { capitalsTell, cutOut, squash, tokensOf } from './tokens.ts';
import { withoutAddressesOfPersons, withoutNumbers } from './without-numbers.ts';
import { withoutPeople } from './without-people.ts';
import { withoutPlaces } from './without-places.ts';
import { withoutTimes } from './without-times.ts';

/** A text without persons, and the places in it that nobody but a reader can judge. */
export type Stripped = { text: string; doubts: readonly { at: number; end: number }[] };

/** What people write so that others do not see it, or a phone without asking: signs without width, odd digits and spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}|[\uE000-\uF8FF]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();

/** Words with a capital in the middle of a sentence that nobody knows: a place behind *di*, else a name. */
const withoutUnknown = (text: string, isWord: (word: string) => boolean): string => {
  const tokens = tokensOf(text);
  if (!capitalsTell(tokens)) return text;
  const cuts = tokens.flatMap(({ text: word, capital, opens, low, at, end }, nth) => {
    if (
      !capital ||
      opens ||
      (isWord(low) && !everydayNames.has(low)) ||
      !/^\p{L}{2,}$/u.test(word.replace(/['’]/gu, ''))
    )
      return [];
    const kind: BlankKind = ['di', 'ke', 'dari', 'kampung'].includes(tokens[nth - 1]?.low ?? '')
      ? 'tempat'
      : 'nama';
    return [{ at, end, by: signOf(kind) }];
  });
  return cutOut(text, cuts);
};

const twice = new RegExp(`(${anySign})(?:[ ,.’'-]{0,3}\\1)+`, 'gu');

/** A number right behind an address is the house's or the neighbourhood's. */
const house = new RegExp(
  `${signOf('alamat')}(?:[ ,]*(?:(?:rt|rw)[ /]*)*(?:${signOf('alamat')}|${signOf('nomor')}))+`,
  'giu',
);

const doubtsIn = (text: string, known: KnownNames, isWord: (word: string) => boolean): Stripped['doubts'] =>
  tokensOf(text)
    .filter(({ text: word, low }) => {
      if (/^\p{N}+$/u.test(word)) return word.length >= 3;
      if (/^[\uE000-\uF8FF]$/u.test(word) || [...word].length < 2) return false;
      return !isWord(low) || known.careful.has(squash(word));
    })
    .map(({ at, end }) => ({ at, end }));

/** Moves doubts to where they stand once the signs are written out. */
const shownWith = (text: string, doubts: Stripped['doubts']): Stripped => {
  const upTo = (at: number) => shownBlanks(text.slice(0, at)).length;
  return { text: shownBlanks(text), doubts: doubts.map(({ at, end }) => ({ at: upTo(at), end: upTo(end) })) };
};

/**
 * Takes persons out of the texts of one report, all at once: what one of them announces as a name goes from the others too.
 * `people`: full names that are known (whoever wrote, the staff); `keep`: offices and kelurahan, which stay. A word that is
 * neither ordinary nor kept stays only as a doubt, so a text without doubts holds nothing but words of every day.
 */
export const stripped = (
  texts: readonly string[],
  { people, keep }: { people: readonly string[]; keep: readonly string[] },
): Stripped[] => {
  const kept = new Set(keep.flatMap((name) => tokensOf(plain(name)).map(({ low }) => low)));
  const isWord = (word: string): boolean => kept.has(word.toLowerCase()) || isOrdinary(word);
  const clean = texts.map(plain);
  const known = knownNames([...people, ...clean.flatMap((text) => namesAnnounced(text, isWord))], isWord);
  return clean.map((text) => {
    const placed = withoutPlaces(withoutTimes(withoutAddressesOfPersons(text)), isWord);
    const nobody = withoutNumbers(withoutPeople(placed, known, isWord));
    const rest = withoutUnknown(nobody, isWord).replace(twice, '$1').replace(house, signOf('alamat'));
    return shownWith(rest, doubtsIn(rest, known, isWord));
  });
};
