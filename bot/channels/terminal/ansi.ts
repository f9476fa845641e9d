import { marks } from '../../i18n/marks.ts';

const codes: { [mark: string]: string } = {
  [marks.strong[0]]: '\u001b[1m',
  [marks.strong[1]]: '\u001b[22m',
  [marks.code[0]]: '\u001b[36m',
  [marks.code[1]]: '\u001b[39m',
};

/** Whatever a person wrote could steer the terminal of whoever reads it (ECMA-48); only our own codes may. */
const unprintable = /(?!\n)\p{Cc}/gu;

/** The one place where text becomes what a terminal shows: our marks become bold and colour, or nothing where it is no screen. */
export const ansi = (text: string, screen: boolean): string =>
  text.replace(unprintable, '').replace(/[\uE000-\uE003]/g, (mark) => (screen ? (codes[mark] ?? '') : ''));
