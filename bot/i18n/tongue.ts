import type { Tongue, Word } from '../conversation/tongue.ts';
import { languages } from './languages.ts';
import { withoutMarks } from './marks.ts';
import { translate } from './translate.ts';

const words: readonly Word[] = [
  'menu',
  'report',
  'cancel',
  'back',
  'again',
  'skip',
  'help',
  'status',
  'language',
  'stop',
  'person',
  'services',
  'ask',
  'rate-service',
  'channels',
  'own-data',
  'fix-data',
  'delete-data',
  'withdraw',
];

const wordsOf = (locale: keyof typeof languages): [string, Word][] =>
  words.flatMap((word) =>
    languages[locale][`word.${word}`].split('|').map((typed): [string, Word] => [typed, word]),
  );

const readTables = () =>
  new Map(
    (Object.keys(languages) as (keyof typeof languages)[]).map((locale) => [
      locale as string,
      new Map([...wordsOf(locale), ...wordsOf('id')]),
    ]),
  );

let tables: ReturnType<typeof readTables> | undefined;

/** How one language is read: its labels, and the words that work everywhere. Indonesian words always work. */
export const tongueOf = (locale: string): Tongue => {
  tables ??= readTables();
  const table = tables.get(locale) ?? tables.get('id');
  return {
    text: (text) => withoutMarks(translate(locale, text)),
    word: (typed) =>
      typed.length > 24
        ? undefined
        : table?.get(
            typed
              .trim()
              .toLowerCase()
              .replace(/^\//, '')
              .replace(/[.!]+$/, ''),
          ),
  };
};
