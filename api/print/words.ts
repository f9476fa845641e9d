import type { Blanks } from '../../bot/conversation/reply.ts';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import { withoutMarks } from '../../bot/i18n/marks.ts';
import { translate } from '../../bot/i18n/translate.ts';

/** How a sheet speaks one language. */
export type Words = {
  locale: string;
  t: (key: TextKey, blanks?: Blanks) => string;
  /** In capitals, as titles are. */
  upper: (text: string) => string;
  /** A decimal as we keep it, `88.47`, as the language writes it: `88,47`. */
  decimal: (text: string) => string;
  /** A whole number with its thousands apart. */
  whole: (number: number) => string;
  /** "1 Jul 2026". */
  date: (day: LocalDate) => string;
};

export const wordsIn = (locale: string): Words => {
  const t: Words['t'] = (key, blanks) =>
    withoutMarks(translate(locale, blanks ? { key, with: blanks } : { key }));
  const english = locale === 'en';
  const region = english ? 'en' : 'id';
  return {
    locale,
    t,
    upper: (text) => text.toLocaleUpperCase(region),
    decimal: (text) => (english ? text : text.replace('.', ',')),
    whole: (number) => number.toLocaleString(region),
    date: (day) => translate(locale, { date: day, year: true }),
  };
};
