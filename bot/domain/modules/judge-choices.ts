import type { Note } from './module-faults.ts';
import { limits } from './module-limits.ts';

/** Notes choices that are too few, too many, or twice the same. */
export const judgeChoices = (
  choices: readonly { text: string; line: number }[],
  line: number,
  note: Note,
): void => {
  const { from, to } = limits.choices;
  if (choices.length < from || choices.length > to) note(line, 'choices', { from, to });
  const first = new Map<string, number>();
  for (const { text, line: at } of choices) {
    const before = first.get(text.toLowerCase());
    if (text === '') note(at, 'empty');
    else if (before !== undefined) note(at, 'twice', { label: text, number: before });
    else first.set(text.toLowerCase(), at);
  }
};
