import { isLanguage, source } from '../../bot/i18n/languages.ts';
import { type Words, wordsIn } from '../print/words.ts';

/** The language somebody asked for (`?bahasa=`), ours where it is none of them. */
export const wordsAsked = (language: string | undefined): Words =>
  wordsIn(language !== undefined && isLanguage(language) ? language : source);

/** An address of ours that keeps the reader's language. */
export const inLanguage = (path: string, { locale }: Pick<Words, 'locale'>): string =>
  locale === source ? path : `${path}?bahasa=${locale}`;
