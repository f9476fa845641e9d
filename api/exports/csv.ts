import { stringify } from 'csv-stringify/sync';
import type { Column } from './column.ts';
import { safeText } from './safe-text.ts';

/** Rows as CSV: UTF-8 with a mark for spreadsheets, commas, decimals with a point, every text safe against formulas. */
export const csvOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  stringify(
    rows.map((row) =>
      columns.map(({ kind, of }) => {
        const value = of(row);
        if (value === null) return null;
        return kind === 'text' ? safeText(String(value)) : String(value);
      }),
    ),
    { bom: true, header: true, columns: columns.map(({ name }) => name) },
  );
