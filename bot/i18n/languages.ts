import en from '../../locales/en.json' with { type: 'json' };
import id from '../../locales/id.json' with { type: 'json' };
import jv from '../../locales/jv.json' with { type: 'json' };
import min from '../../locales/min.json' with { type: 'json' };

/** The languages we speak: a JSON file with the same keys as Indonesian, the source, and a line here. */
export const languages = { id, jv, min, en } as const;

export type Language = keyof typeof languages;

export const source: Language = 'id';

export const isLanguage = (locale: string): locale is Language => Object.hasOwn(languages, locale);

/** Languages whose texts a native reader has read; the others are on trial, and say so. */
const reviewed: readonly Language[] = ['id', 'en'];

export const isReviewed = (locale: string): boolean => reviewed.some((language) => language === locale);
