import type { Finding } from './finding.ts';
import type { Sheet } from './read-sheet.ts';

/** A sheet as one writes it in a test: a line a row, `|` between cells, `¦` for a `|` within one. */
export const sheet = (text: string): Sheet =>
  text.split('\n').map((row) => row.split('|').map((cell) => cell.replaceAll('¦', '|')));

/** Faults as `row column reason`, in their order. */
export const told = ({ faults }: Finding<unknown>): string[] =>
  faults.map(({ row, column, reason }) => `${row} ${column} ${reason.key.slice('import.fault.'.length)}`);
