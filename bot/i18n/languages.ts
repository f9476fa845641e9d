import { sentences } from '#sentences';

/** The languages we speak, each with the same keys as Indonesian, the source. */
export const languages = sentences;

export type Language = keyof typeof languages;

export const source: Language = 'id';

export const isLanguage = (locale: string): locale is Language => Object.hasOwn(languages, locale);

/** Languages whose texts a native reader has read; the others are on trial, and say so. */
const reviewed: readonly Language[] = ['id', 'en'];

export const isReviewed = (locale: string): boolean => reviewed.some((language) => language === locale);
