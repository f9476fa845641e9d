import { chatText } from './chat-text.ts';
import type { Line } from './front-matter.ts';
import type { Note } from './module-faults.ts';
import { seen } from './module-limits.ts';

/** The text of some lines, no longer than `max` characters. */
export const told = (lines: readonly Line[], max: number, note: Note): string => {
  const text = chatText(lines, note);
  if (seen(text) > max) note(lines[0]?.number ?? 1, 'long', { max });
  return text;
};
