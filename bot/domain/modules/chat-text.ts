import type { Line } from './front-matter.ts';
import type { Note } from './module-faults.ts';

/** A paragraph as chat shows it; lists keep a line for each item. */
export type Paragraph = { text: string; line: number };

const strong = /\*\*([^*\n]+)\*\*|\*([^*\s](?:[^*\n]*[^*\s])?)\*/g;
const code = /`([^`\n]+)`/g;

/** Notes what chat cannot show as it was meant. */
const judge = ({ text, number }: Line, note: Note): void => {
  const words = text
    .replace(/^\s*[-*•]\s+/, '')
    .replace(strong, '')
    .replace(code, '');
  if (/^#{2,}/.test(text)) note(number, 'section', { text });
  if (/[*`]/.test(words)) note(number, 'mark');
  if (/<\/?[a-z][^>]*>/i.test(text)) note(number, 'html');
  if (/!\[/.test(text)) note(number, 'picture-here');
  else if (/\[[^\]]*\]\([^)]*\)/.test(text)) note(number, 'link');
  if (/^\s*\|.*\|$/.test(text)) note(number, 'table');
};

/** `**strong**` and `*emphasis*` become `*strong*`, as `locales/` writes it; a list's sign becomes a dot. */
const inChat = (text: string): string =>
  text
    .trim()
    .replace(strong, '*$1$2*')
    .replace(/^[-*•]\s+/, '• ');

const beginsItem = (text: string): boolean => /^\s*([-*•]|\d{1,2}[.)])\s+/.test(text);

/** Markdown as chat shows it: lines of a paragraph run together, items of a list stand below each other. */
export const paragraphsOf = (lines: readonly Line[], note: Note): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const line of lines) {
    if (line.text.trim() === '') {
      open = undefined;
      continue;
    }
    judge(line, note);
    const text = inChat(line.text);
    if (open) open.text += beginsItem(line.text) ? `\n${text}` : ` ${text}`;
    else {
      open = { text, line: line.number };
      paragraphs.push(open);
    }
  }
  return paragraphs;
};

/** The same as one text. */
export const chatText = (lines: readonly Line[], note: Note): string =>
  paragraphsOf(lines, note)
    .map(({ text }) => text)
    .join('\n\n');
