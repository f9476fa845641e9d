/**
 * Emphasis inside a sentence, kept as private characters between translation and the channel, so that a person's own
 * asterisks never become markup and each channel writes its own (`*…*` in `locales/` is strong, `` `…` `` a code).
 */
export const marks = { strong: ['\uE000', '\uE001'], code: ['\uE002', '\uE003'] } as const;

const anyMark = /[\uE000-\uE003]/g;

/** Reads the marks of a sentence in `locales/`. */
export const withMarks = (sentence: string): string =>
  sentence.replace(/\*([^*\n]+)\*/g, '\uE000$1\uE001').replace(/`([^`\n]+)`/g, '\uE002$1\uE003');

/** A person's own words, which carry no marks. */
export const withoutMarks = (text: string): string => text.replace(anyMark, '');
