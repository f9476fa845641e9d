import { sentenceOf } from '#sentences';
import type { Blanks, Text } from '../conversation/reply.ts';
import type { TextKey } from './keys.ts';
import { isLanguage, source } from './languages.ts';
import { withMarks, withoutMarks } from './marks.ts';

/** A local date as people say it, without an hour: "Rabu, 25 Nov"; one of another year, "25 Nov 2028". */
const spokenDate = (locale: string, { date, year }: { date: string; year?: true }): string => {
  const day = new Date(`${date}T00:00:00Z`);
  const named = (key: TextKey, at: number) => translate(locale, { key }).split('|')[at] ?? '';
  return translate(locale, {
    key: year ? 'date.full' : 'date.format',
    with: {
      weekday: named('date.weekdays', day.getUTCDay()),
      day: day.getUTCDate(),
      month: named('date.months', day.getUTCMonth()),
      year: day.getUTCFullYear(),
    },
  });
};

const found = new Map<string, Map<TextKey, readonly string[]>>();

/** A sentence in a language, cut at its blanks: text and names of blanks in turns. Looked up once, for sentences do not change. */
const piecesOf = (locale: string, key: TextKey): readonly string[] => {
  const language = isLanguage(locale) ? locale : source;
  const sentences = found.get(language) ?? new Map<TextKey, readonly string[]>();
  found.set(language, sentences);
  const known = sentences.get(key);
  if (known) return known;
  const pieces = withMarks(sentenceOf(language, key)).split(/\{(\w+)\}/);
  sentences.set(key, pieces);
  return pieces;
};

const blankIn = (locale: string, value: Blanks[string] | undefined): string => {
  if (value === undefined) return '';
  return typeof value === 'object' ? translate(locale, value) : withoutMarks(String(value));
};

/** A text in a language, with marks (`marks.ts`) for the channel to write. Languages without a key fall back to Indonesian. */
export const translate = (locale: string, text: Text): string => {
  if ('literal' in text) return withoutMarks(text.literal);
  if ('authored' in text) return withMarks(withoutMarks(text.authored));
  if ('date' in text) return spokenDate(locale, text);
  if ('official' in text) {
    const own = translate(locale, text.own);
    return !isLanguage(locale) || locale === source ? own : `${own}\n${translate(source, text.official)}`;
  }
  if ('join' in text) return text.join.map((part) => translate(locale, part)).join(text.by);
  const pieces = piecesOf(locale, text.key);
  if (pieces.length === 1) return pieces[0] as string;
  const blanks = text.with ?? {};
  let said = '';
  pieces.forEach((piece, i) => {
    said += i % 2 === 0 ? piece : blankIn(locale, blanks[piece]);
  });
  return said;
};
