import i18next from 'i18next';
import type { Text } from '../conversation/reply.ts';
import type { TextKey } from './keys.ts';
import { isLanguage, type Language, languages, source } from './languages.ts';
import { withMarks, withoutMarks } from './marks.ts';

const i18n = i18next.createInstance();

void i18n.init({
  lng: source,
  fallbackLng: source,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  resources: Object.fromEntries(
    Object.entries(languages).map(([language, sentences]) => [
      language,
      {
        translation: Object.fromEntries(
          Object.entries(sentences).map(([key, sentence]) => [key, withMarks(sentence)]),
        ),
      },
    ]),
  ),
});

const speakers = Object.fromEntries(
  Object.keys(languages).map((language) => [language, i18n.getFixedT(language)]),
) as { [language in Language]: ReturnType<typeof i18n.getFixedT> };

/** A local date as people say it, without a year or an hour: "Rabu, 25 Nov". */
const spokenDate = (locale: string, date: string): string => {
  const t = speakers[isLanguage(locale) ? locale : source];
  const day = new Date(`${date}T00:00:00Z`);
  return t('date.format', {
    weekday: t('date.weekdays').split('|')[day.getUTCDay()],
    day: day.getUTCDate(),
    month: t('date.months').split('|')[day.getUTCMonth()],
  });
};

const wholes = new Map<string, string>();

/** A sentence without blanks is the same each time. */
const whole = (locale: string, key: TextKey, t: (key: TextKey) => string): string => {
  const name = `${locale}|${key}`;
  const known = wholes.get(name);
  if (known !== undefined) return known;
  const sentence = t(key);
  if (isLanguage(locale)) wholes.set(name, sentence);
  return sentence;
};

/** A text in a language, with marks (`marks.ts`) for the channel to write. Languages without a key fall back to Indonesian. */
export const translate = (locale: string, text: Text): string => {
  if ('literal' in text) return withoutMarks(text.literal);
  if ('date' in text) return spokenDate(locale, text.date);
  if ('join' in text) return text.join.map((part) => translate(locale, part)).join(text.by);
  const t = speakers[isLanguage(locale) ? locale : source];
  if (!text.with) return whole(locale, text.key, t);
  const blanks: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(text.with))
    blanks[name] =
      typeof value === 'object'
        ? translate(locale, value)
        : typeof value === 'string'
          ? withoutMarks(value)
          : value;
  return t(text.key, blanks);
};
