import { once } from './once.ts';

/** The words of a text in small letters, without punctuation: "Lampu-nya MATI!" is `lampu`, `nya`, `mati`. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A phrase found in a row of words: it begins at `at` and is `length` words long. */
export type Found<T> = { at: number; length: number; value: T };

/**
 * Known phrases in a row of words, longest first and never overlapping: in "lampu jalan mati" the lamp takes the
 * word *jalan* before the road can. Keys are phrases as `wordsOf` would join them with one space.
 * A word also matches without its Indonesian or Javanese ending (lampunya, jalane).
 */
export function findPhrases<T>(words: readonly string[], phrases: ReadonlyMap<string, T>): Found<T>[] {
  const { longest, firsts } = shapeOf(phrases);
  const begins = words.map(
    (word) =>
      firsts.has(word) || endings.some((ending) => ends(word, ending) && firsts.has(without(word, ending))),
  );
  const taken = new Set<number>();
  const found: Found<T>[] = [];
  for (let length = longest; length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      if (!begins[at]) continue;
      const places = Array.from({ length }, (_, i) => at + i);
      if (places.some((place) => taken.has(place))) continue;
      const value = look(words.slice(at, at + length), phrases);
      if (value === undefined) continue;
      for (const place of places) taken.add(place);
      found.push({ at, length, value });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Phrases as keys of a map that `findPhrases` understands. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase).join(' ');
}

/** A table of phrases, parted by `|` or line breaks, in the shape `findPhrases` reads. */
export function phraseSet(table: string): ReadonlyMap<string, true> {
  const keys = table.split(/[|\n]/).map(phraseKey);
  return new Map(keys.filter((key) => key !== '').map((key) => [key, true]));
}

/** How long the longest phrase is, and the words that phrases begin with: most words of a text begin none. */
const shapeOf = once((phrases: ReadonlyMap<string, unknown>) => {
  const split = Array.from(phrases.keys(), (phrase) => phrase.split(' '));
  return {
    longest: Math.max(0, ...split.map(({ length }) => length)),
    firsts: new Set(split.map(([first]) => first)),
  };
});

/** Indonesian -nya, -ku, -mu, -lah, -kah, then Javanese -ne, -e. */
const endings = ['nya', 'ku', 'mu', 'lah', 'kah', 'ne', 'e'];

/** The value of a phrase as it stands, else without one ending from each of its words that has it. */
function look<T>(words: readonly string[], phrases: ReadonlyMap<string, T>): T | undefined {
  const value = phrases.get(words.join(' '));
  if (value !== undefined) return value;
  for (const ending of endings) {
    if (!words.some((word) => ends(word, ending))) continue;
    const stem = phrases.get(words.map((word) => without(word, ending)).join(' '));
    if (stem !== undefined) return stem;
  }
  return undefined;
}

/** Whether a word has an ending that leaves a stem of three letters or more. */
function ends(word: string, ending: string): boolean {
  return word.length >= ending.length + 3 && word.endsWith(ending);
}

function without(word: string, ending: string): string {
  return ends(word, ending) ? word.slice(0, -ending.length) : word;
}
