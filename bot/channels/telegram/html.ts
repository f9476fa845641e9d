import { marks } from '../../i18n/marks.ts';

const escapes: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const tags: { [mark: string]: string } = {
  [marks.strong[0]]: '<b>',
  [marks.strong[1]]: '</b>',
  [marks.code[0]]: '<code>',
  [marks.code[1]]: '</code>',
};

/** The one place where text becomes Telegram's HTML: everything a person wrote is escaped, our marks become tags. */
export const html = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => escapes[c] ?? c).replace(/[\uE000-\uE003]/g, (mark) => tags[mark] ?? '');

/** The same text without any markup, for when Telegram cannot read ours. */
export const plain = (text: string): string => text.replace(/[\uE000-\uE003]/g, '');
