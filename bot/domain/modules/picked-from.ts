import type { Line } from './front-matter.ts';
import type { Note } from './module-faults.ts';

/** Everybody, where somebody has to be named. */
const everybody = 'semua';

/** Words of a closed list with commas between them, in the order of that list; `semua` picks none, which means all. */
export const pickedFrom = <T extends string>(
  { text, number }: Line,
  among: readonly T[],
  note: Note,
): readonly T[] => {
  const words = text
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((word) => word.trim().toLowerCase().replace(/ /g, '_'))
    .filter(Boolean);
  if (words.some((word) => word !== everybody && !(among as readonly string[]).includes(word)))
    note(number, 'choice', { text: among.join(', ') });
  return words.includes(everybody) ? [] : among.filter((word) => words.includes(word));
};
