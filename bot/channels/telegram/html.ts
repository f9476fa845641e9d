import { marks } from '../../i18n/marks.ts';

const escapes: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const begins: { [mark: string]: string } = { [marks.strong[0]]: 'b', [marks.code[0]]: 'code' };
const ends: { [mark: string]: string } = { [marks.strong[1]]: 'b', [marks.code[1]]: 'code' };

/** What cannot stand in HTML as it is. */
const special = /[&<>"\uE000-\uE003]/;

/**
 * The one place where text becomes Telegram's HTML: everything a person wrote is escaped, our marks become tags. A text
 * cut in two may hold half a mark, and Telegram refuses a message with an open tag: each is closed at the end.
 */
export const html = (text: string): string => (special.test(text) ? written(text) : text);

const written = (text: string): string => {
  const open: string[] = [];
  const tagged = text
    .replace(/[&<>"]/g, (c) => escapes[c] ?? c)
    .replace(/[\uE000-\uE003]/g, (mark) => {
      const begun = begins[mark];
      if (begun) {
        open.push(begun);
        return `<${begun}>`;
      }
      if (ends[mark] !== open.at(-1)) return '';
      return `</${open.pop()}>`;
    });
  return (
    tagged +
    open
      .reverse()
      .map((tag) => `</${tag}>`)
      .join('')
  );
};

/** The same text without any markup, for when Telegram cannot read ours. */
export const plain = (text: string): string => text.replace(/[\uE000-\uE003]/g, '');
