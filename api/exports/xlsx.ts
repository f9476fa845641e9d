import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/node';
import { type Column, numberIn } from './column.ts';
import { safeText } from './safe-text.ts';

const formats = { whole: '0', 'decimal-2': '0.00', 'decimal-3': '0.000', day: 'yyyy-mm-dd' } as const;

const cellOf = <Row>({ kind, of }: Column<Row>, row: Row): Cell => {
  const value = of(row);
  if (value === null || value === '') return null;
  switch (kind) {
    case 'text':
      return { value: safeText(String(value)), type: String, format: '@' };
    case 'flag':
      return { value: value === true, type: Boolean };
    case 'day':
      return { value: new Date(`${value}T00:00:00Z`), type: Date, format: formats.day };
    case 'whole':
    case 'decimal-2':
    case 'decimal-3':
      return { value: numberIn(value), type: Number, format: formats[kind] };
    default:
      return kind satisfies never;
  }
};

/** Names of columns stand out from what is below them, also in print. */
const header = ({ name }: { name: string }): CellObject => ({
  value: name,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E3ECF3',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#7A8B99',
});

/** A sheet of a workbook: the names of the columns stay in view. `name`: at most 31 letters, without `:\/?*[]`. */
export const sheetOf = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]) => ({
  sheet: name,
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  data: [columns.map(header), ...rows.map((row) => columns.map((column) => cellOf(column, row)))],
});

/** An XLSX workbook: numbers are numbers, days are days, texts are texts and never formulas. */
export const workbookOf = (sheets: readonly ReturnType<typeof sheetOf>[]): Promise<Uint8Array> =>
  writeExcelFile([...sheets]).toBuffer();

/** Rows as a workbook of one sheet. */
export const xlsxOf = <Row>(
  sheet: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> => workbookOf([sheetOf(sheet, columns, rows)]);
