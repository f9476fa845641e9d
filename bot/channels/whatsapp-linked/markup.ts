import { marks } from '../../i18n/marks.ts';

/**
 * WhatsApp has no way to write its markup characters plainly, so what a person wrote keeps its look and loses its power:
 * each sign that could open or close something becomes its twin. One for one, so that no text grows past its limit, and
 * without invisible characters, which would be copied along.
 */
const twins: { [sign: string]: string } = {
  '*': '\u2217',
  _: '\u02cd',
  '~': '\u223c',
  '`': '\u02cb',
  '>': '\u203a',
};

const twin = (sign: string): string => twins[sign] ?? sign;

/** Signs that could begin emphasis: at the edge of a word, with something behind them. Within a word (`dinas_pu`) they mean nothing. */
const opening = /(?<![\p{L}\p{N}])[*_~](?=\S)|`/gu;

/** Signs at the beginning of a line that make it a point of a list, or a quotation. */
const lineStart = /^([*>])(?= )/gm;

const begins: { [mark: string]: string } = { [marks.strong[0]]: '*', [marks.code[0]]: '`' };
const ends: { [mark: string]: string } = { [marks.strong[1]]: '*', [marks.code[1]]: '`' };

const harmless = (text: string, within: readonly string[]): string =>
  within.length > 0 ? text.replace(/[*_~`]/g, twin) : text.replace(lineStart, twin).replace(opening, twin);

/** What a control character could do to a phone's screen nobody means to find out. */
const unprintable = /(?!\n)\p{Cc}/gu;

/** A name where no markup is read: one line without our marks. */
export const unmarked = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\uE000-\uE003]/g, '')
    .trim();

/** The one place where text becomes WhatsApp's: our marks become its signs, and a mark left open by a cut is closed. */
export const markup = (text: string): string => {
  const open: string[] = [];
  const pieces = text.replace(unprintable, '').split(/([\uE000-\uE003])/);
  const written = pieces.map((piece, i) => {
    if (i % 2 === 0) return harmless(piece, open);
    const begun = begins[piece];
    if (begun) {
      open.push(begun);
      return begun;
    }
    return ends[piece] === open.at(-1) ? (open.pop() ?? '') : '';
  });
  return written.join('') + open.reverse().join('');
};
