import type { Columns, RecordOf } from './column.ts';
import type { Fault } from './fault.ts';
import type { Seen } from './read-sheet.ts';
import { inOrder } from './rows-agree.ts';

/** What a file comes to: its records when it has no fault; `notices` are odd, not wrong, and stop nothing. */
export type Finding<R> = {
  records: readonly R[];
  faults: readonly Fault[];
  notices: readonly Fault[];
  unknown: readonly string[];
};

/** One fault a cell, the first: a number that is none needs not also be told that it stands there twice. */
const oncePerCell = (faults: readonly Fault[]): Fault[] => {
  const told = new Set<string>();
  return faults.filter(({ row, column }) => {
    const cell = `${row} ${column}`;
    return !told.has(cell) && told.add(cell);
  });
};

/** Closes the reading of a sheet with what its rows say of each other. */
export const findingOf = <C extends Columns>(
  columns: C,
  { lines, faults, unknown }: Seen<C>,
  between: readonly Fault[],
  notices: readonly Fault[] = [],
): Finding<RecordOf<C>> => {
  const all = inOrder(oncePerCell([...faults, ...between]), columns);
  return {
    // Without a fault every required cell was read, so no line is partial.
    records: all.length > 0 ? [] : lines.map(({ values }) => values as RecordOf<C>),
    faults: all,
    notices: inOrder(notices, columns),
    unknown,
  };
};
