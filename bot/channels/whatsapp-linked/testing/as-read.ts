const marked = /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;

/** What a phone makes of a text: what is emphasised, in the order it stands there (`faq.whatsapp.com`, formatting). */
export const emphasised = (text: string): string[] => [
  ...[...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  ...[...text.matchAll(marked)].map(([, , words = '']) => words),
  ...[...text.matchAll(/^[*>] (.*)$/gm)].map(([, words = '']) => words),
];

const twins: { readonly [twin: string]: string } = { '\u2217': '*', ˍ: '_', '\u223c': '~', ˋ: '`', '›': '>' };

/** What a person takes a text to be: a sign's twin for the sign. */
export const asTaken = (text: string): string =>
  text.replace(/[\u2217ˍ\u223cˋ›]/g, (twin) => twins[twin] ?? twin);
