import { once } from './once.ts';
import { rewording, type Synonym } from './synonyms.ts';
import { findPhrases } from './words.ts';

/** Who may read reports of a category: the office, only the Inspektorat, or only named protection officers. */
export type Sensitivity = 'none' | 'inspektorat' | 'restricted';

/** `office` is a kind of office; which real office that is, each city says. `identity: never_shown` also rules out *Boleh ditelepon*. */
export type Category = {
  key: string;
  group: string;
  label: string;
  description?: string;
  office: string;
  /** The office itself, where the city names one. */
  unitCode?: string;
  deadlineWorkingDays: number;
  sensitive: Sensitivity;
  identity?: 'never_shown';
  keywords: readonly string[];
};

/** First level of the menu; at most 7 categories lie in one group, since a WhatsApp list holds 10 rows. */
export type CategoryGroup = { key: string; label: string };

/** A guess needs more than a landmark: below this score nothing is suggested. */
const threshold = 0.5;

/** Words that say where it is, or that many things are, more often than what is wrong. */
const mildWords = new Set([
  'mati',
  'gelap',
  'bau',
  'jalan',
  'jln',
  'dalan',
  'labuah',
  'rt',
  'rw',
  'desa',
  'kelurahan',
  'usaha',
  'pindah',
]);

const beforeLandmark = new Set(
  'depan dekat belakang samping sebelah seberang sekitar arah menuju ngarep cedhak near behind opposite'.split(
    ' ',
  ),
);

/** "di sekolah" is a place first and a matter second. */
const afterDi = new Set(['di', 'ing', 'ning', 'neng', 'wonten', 'in', 'at']);

/**
 * Keys of the categories a text speaks of, best first: a suggestion that the citizen confirms, never a decision.
 * Whole words, longest match first; a phrase weighs more than a word, a landmark less. Ties keep the data's order.
 */
export function suggestCategories(
  text: string,
  categories: readonly Category[],
  max: number,
  synonyms: readonly Synonym[] = noSynonyms,
): string[] {
  const scores = scoreCategories(text, categories, synonyms);
  return categories
    .map(({ key }) => ({ key, score: scores.get(key) ?? 0 }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score)
    .slice(0, max)
    .map(({ key }) => key);
}

const noSynonyms: readonly Synonym[] = [];

/** Which categories a phrase belongs to; some, such as *sembako*, belong to several. */
const ownersOf = once((synonyms: readonly Synonym[]) =>
  once((categories: readonly Category[]) => {
    const reword = rewording(synonyms);
    const owners = new Map<string, string[]>();
    for (const { key, keywords } of categories) {
      for (const phrase of new Set(keywords.map((keyword) => reword(keyword).join(' ')))) {
        owners.set(phrase, [...(owners.get(phrase) ?? []), key]);
      }
    }
    return owners;
  }),
);

function scoreCategories(
  text: string,
  categories: readonly Category[],
  synonyms: readonly Synonym[],
): Map<string, number> {
  const owners = ownersOf(synonyms)(categories);
  const words = rewording(synonyms)(text);
  const scores = new Map<string, number>();
  const seen = new Set<string>();
  for (const { at, length, value } of findPhrases(words, owners)) {
    const phrase = words.slice(at, at + length).join(' ');
    if (seen.has(phrase)) continue;
    seen.add(phrase);
    for (const key of value) scores.set(key, (scores.get(key) ?? 0) + weight(words, at, length));
  }
  return scores;
}

function weight(words: readonly string[], at: number, length: number): number {
  if (length > 1) return 2 * length - 1;
  if (beforeLandmark.has(words[at - 1] ?? '')) return 0.2;
  if (afterDi.has(words[at - 1] ?? '')) return 0.5;
  return mildWords.has(words[at] ?? '') ? 0.6 : 1;
}
