/**
 * What stands in a cell. Decimals are whole texts such as `87.28`, as exact arithmetic rounded them, and days are local ones
 * (`2026-11-20`); null is an empty cell.
 */
type Value = string | number | boolean | null;

/** How a column is written: words, whole numbers, so many decimals, a day, or true and false. */
type Kind = 'text' | 'whole' | 'decimal-2' | 'decimal-3' | 'day' | 'flag';

/** A column of an export: its name in the contract, how it is written, and what it says of a row. `width` in letters. */
export type Column<Row> = {
  readonly name: string;
  readonly kind: Kind;
  readonly width: number;
  readonly of: (row: Row) => Value;
};

/** The number a cell holds, for writers that keep numbers as numbers. */
export const numberIn = (value: Exclude<Value, null>): number =>
  typeof value === 'number' ? value : Number(value);

const isNumber = (kind: Kind): boolean => kind === 'whole' || kind === 'decimal-2' || kind === 'decimal-3';

/** Rows as machines read them: an object with the columns' names each, numbers as numbers. */
export const asObjects = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): { [column: string]: Value }[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, kind, of }) => {
        const value = of(row);
        return [name, value !== null && isNumber(kind) ? numberIn(value) : value];
      }),
    ),
  );
