import type { Columns } from './column.ts';
import { because, type Fault } from './fault.ts';
import type { Line } from './read-sheet.ts';

/** Rules between rows. They look at what could be read, and are silent about cells that have a fault of their own. */

/** Each key once: the second row with it is told of the first. */
export const onlyOnce = <C extends Columns>(
  lines: readonly Line<C>[],
  column: keyof C & string,
  plain: (text: string) => string = (text) => text,
): Fault[] => {
  const first = new Map<string, number>();
  return lines.flatMap(({ row, texts }) => {
    const value = texts[column] ?? '';
    const before = first.get(plain(value));
    if (value === '') return [];
    if (before !== undefined)
      return [{ row, column, value, reason: because('twice', { label: column, number: before }) }];
    first.set(plain(value), row);
    return [];
  });
};

/**
 * Nobody is above himself, also not over others: one fault for each circle, at its first row. `above` holds what was
 * known before; what the file says of `column` counts instead of it, of two rows with one key the first.
 */
export const noCircle = <C extends Columns>(
  rows: readonly { line: Line<C>; key: string; parent: string | null | undefined }[],
  column: keyof C & string,
  above: ReadonlyMap<string, string | null>,
): Fault[] => {
  const here = new Map(rows.toReversed().map((one) => [one.key, one]));
  const parentOf = (key: string): string | null | undefined => {
    const told = here.get(key)?.parent;
    return told === undefined ? above.get(key) : told;
  };
  const told = new Set<string>();
  return [...here.values()].toReversed().flatMap(({ line, key }) => {
    if (told.has(key)) return [];
    const path = new Set([key]);
    let at = parentOf(key);
    while (at && !path.has(at)) {
      path.add(at);
      at = parentOf(at);
    }
    if (at !== key) return [];
    for (const one of path) told.add(one);
    const reason =
      path.size === 1 ? because('itself') : because('circle', { text: [...path, key].join(' > ') });
    return [{ row: line.row, column, value: line.texts[column] ?? '', reason }];
  });
};

/** The faults in the order in which a person goes through the sheet. */
export const inOrder = (faults: readonly Fault[], columns: Columns): Fault[] => {
  const names = Object.keys(columns);
  const at = ({ column }: Fault) => (column === null ? names.length : names.indexOf(column));
  return faults.toSorted((a, b) => a.row - b.row || at(a) - at(b));
};
