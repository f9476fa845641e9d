import { marks } from '../../i18n/marks.ts';
import { clean } from '../fields.ts';

const [strongBegins, strongEnds] = marks.strong;
const [codeBegins, codeEnds] = marks.code;

const anyMark = /[\uE000-\uE003]/g;

/** The words alone, without our marks. */
export const plain = (text: string): string => clean(text).replace(anyMark, '').trim();

/** A label on one line. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ');

/** WhatsApp reads a sign on each side as markup only on one line, close to the words, and with none of its kind between. */
const between = (sign: '*' | '`', text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const words = line.trim();
      return words === '' || words.includes(sign)
        ? line
        : line.replace(words, () => `${sign}${words}${sign}`);
    })
    .join('\n');

/** Half a mark, where a text was cut in two, reaches to the end. */
const marked = (text: string): string => {
  let strong = false;
  let code = false;
  return clean(text)
    .split(/([\uE000-\uE003])/)
    .map((part) => {
      switch (part) {
        case strongBegins:
        case strongEnds:
          strong = part === strongBegins;
          return '';
        case codeBegins:
        case codeEnds:
          code = part === codeBegins;
          return '';
        default:
          return code ? between('`', part) : strong ? between('*', part) : part;
      }
    })
    .join('')
    .trim();
};

/**
 * The one place where text becomes WhatsApp's: our marks become `*…*` and backticks, control characters go. What a person
 * wrote stays as it is, for WhatsApp knows no way to escape. Words that the signs would make too long go without them.
 */
export const written = (text: string, max: number): string => {
  const told = marked(text);
  return told.length <= max ? told : plain(text);
};
