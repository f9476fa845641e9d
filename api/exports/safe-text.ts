/** What a spreadsheet may take for the beginning of a formula or a command (OWASP, CSV injection), also in the wide letters of Asian keyboards. */
const formula = '=+\\-@|%＝＋－＠｜％';

/** Where a cell begins: at the front, and behind a semicolon, which splits cells in spreadsheets of a country with decimal commas. Blanks, quotes and invisible letters do not count. */
const beginning = new RegExp(`(^|;)([\\s\\p{Cf}"'\`]*)(?=[${formula}])`, 'gu');

/** Ends of lines and tabs, which split cells as well, and letters that no sheet may hold (XML 1.0). */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

/** Words for a cell that no spreadsheet takes for a formula, wherever it may split them: an apostrophe goes before what looks like one. */
export const safeText = (text: string): string =>
  text.replace(unprintable, ' ').trim().replace(beginning, "$1$2'");
