import type { Paragraph } from './chat-text.ts';
import type { Note } from './module-faults.ts';
import { limits, seen } from './module-limits.ts';

const fits = (text: string): boolean =>
  seen(text) <= limits.message - limits.counter && text.split('\n').length <= limits.lines;

/**
 * The messages that a card takes: cut between paragraphs only, so that whoever wrote it sees where. A paragraph that no
 * message holds is a fault, and a card longer than a screen.
 */
export const cardParts = (
  title: string,
  paragraphs: readonly Paragraph[],
  line: number,
  note: Note,
): string[] => {
  const parts: string[] = [];
  let open = '';
  paragraphs.forEach(({ text, line: at }, nth) => {
    const block = nth === 0 ? `*${title}*\n${text}` : text;
    const [count, lines] = [seen(block), block.split('\n').length];
    if (count > limits.message - limits.counter)
      note(at, 'paragraph-long', { count, max: limits.message - limits.counter });
    if (lines > limits.lines) note(at, 'paragraph-lines', { count: lines, max: limits.lines });
    const together = open === '' ? block : `${open}\n\n${block}`;
    if (open !== '' && !fits(together)) {
      parts.push(open);
      open = block;
    } else open = together;
  });
  if (open !== '') parts.push(open);
  const count = seen(parts.join('\n\n'));
  if (count > limits.card) note(line, 'card-long', { count, max: limits.card });
  return parts;
};
