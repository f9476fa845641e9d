import type { FieldLabel, Item } from './items.ts';
import type { Note } from './module-faults.ts';
import { limits } from './module-limits.ts';
import { told } from './told.ts';

/** What stands behind a label, which has to be there once; `line` is where its absence is told. */
export const fieldOf = (items: readonly Item[], label: FieldLabel, line: number, note: Note): string => {
  const [field, second] = items.flatMap((item) =>
    item.kind === 'field' && item.label === label ? [item] : [],
  );
  const named = `${label.charAt(0).toUpperCase()}${label.slice(1)}:`;
  if (field && second) note(second.line, 'twice', { label: named, number: field.line });
  const text = field ? told(field.lines, limits.told, note) : '';
  if (text === '') note(field?.line ?? line, 'field', { label: named });
  return text;
};
