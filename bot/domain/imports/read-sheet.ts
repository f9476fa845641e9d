import type { Columns, RecordOf } from './column.ts';
import { because, type Fault } from './fault.ts';

/** A sheet as texts, row by row as the person sees it, the empty ones too. */
export type Sheet = readonly (readonly string[])[];

/** A row that says something: `texts` as typed, `values` where a cell could be read. */
export type Line<C extends Columns> = {
  row: number;
  texts: { readonly [column in keyof C]?: string };
  values: Partial<RecordOf<C>>;
};

/** What was found in a sheet, every fault of it; `unknown` are columns that nothing is done with. */
export type Seen<C extends Columns> = {
  lines: readonly Line<C>[];
  faults: readonly Fault[];
  unknown: readonly string[];
};

const plain = (text: string): string => text.trim();
const headed = (text: string): string => plain(text).toLowerCase();

/** Where each column stands in the header, and what is wrong with the header. */
const readHeader = (columns: Columns, cells: readonly string[], row: number) => {
  const titles = cells.map(headed);
  const names = Object.keys(columns);
  const fault = (column: string, code: 'missing-column' | 'column-twice'): Fault => ({
    row,
    column,
    value: '',
    reason: because(code, { label: column }),
  });
  return {
    at: new Map(names.flatMap((name) => (titles.includes(name) ? [[name, titles.indexOf(name)]] : []))),
    unknown: cells.map(plain).filter((title, i) => title !== '' && !names.includes(titles[i] ?? '')),
    faults: names.flatMap((name) => {
      const times = titles.filter((title) => title === name).length;
      if (times > 1) return [fault(name, 'column-twice')];
      return times === 0 && columns[name]?.required ? [fault(name, 'missing-column')] : [];
    }),
  };
};

/** Reads the cells of a sheet by its columns; the first row that is not empty is the header. What rows say of each other is judged by each kind. */
export const readSheet = <C extends Columns>(columns: C, sheet: Sheet): Seen<C> => {
  const written = sheet
    .map((cells, i) => ({ cells, row: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => plain(cell) !== ''));
  const [first = { cells: [], row: 1 }, ...rest] = written;
  const header = readHeader(columns, first.cells, first.row);
  const faults: Fault[] = [...header.faults];
  const lines = rest.map(({ cells, row }) => {
    const texts: { [column: string]: string } = {};
    const values: { [column: string]: unknown } = {};
    for (const [name, at] of header.at) {
      const column = columns[name];
      const value = plain(cells[at] ?? '');
      if (!column) continue;
      texts[name] = value;
      if (value === '') {
        if (column.required) faults.push({ row, column: name, value, reason: because('missing') });
        else values[name] = column.empty;
        continue;
      }
      const cell = column.read(value);
      if ('value' in cell) values[name] = cell.value;
      else faults.push({ row, column: name, value, reason: cell.reason });
    }
    const extra = cells.find((cell, i) => plain(cell) !== '' && plain(first.cells[i] ?? '') === '');
    if (extra !== undefined) faults.push({ row, column: null, value: extra, reason: because('more-cells') });
    return { row, texts, values } as Line<C>;
  });
  return { lines, faults, unknown: header.unknown };
};
