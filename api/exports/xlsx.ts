import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { type Column, numberIn } from './column.ts';
import { safeText } from './safe-text.ts';

const formats = { whole: '0', 'decimal-2': '0.00', 'decimal-3': '0.000' } as const;

const cellOf = <Row>({ kind, of }: Column<Row>, row: Row): Cell => {
  const value = of(row);
  if (value === null || value === '') return null;
  return kind === 'text'
    ? { value: safeText(String(value)), type: String, format: '@' }
    : { value: numberIn(value), type: Number, format: formats[kind] };
};

/** Rows as an XLSX workbook of one sheet: numbers are numbers, texts are texts and never formulas, the names of the columns stay in view. */
export const xlsxOf = <Row>(
  sheet: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> =>
  writeExcelFile(
    [
      columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => columns.map((column) => cellOf(column, row))),
    ],
    { sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer();
