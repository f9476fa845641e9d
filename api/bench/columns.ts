import type { Gate } from './gates.ts';

/** Rows as columns of a terminal: the first to the left, the others to the right. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
};

/** A number as short as it can be read; a dash where there is none. */
export const figure = (value: number): string =>
  Number.isNaN(value)
    ? '–'
    : value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2);

const gateRow = ({ id, what, unit, value, gate, aim, verdict, better }: Gate): string[] => {
  const sign = better === 'more' ? '≥' : '≤';
  const far = better === 'more' ? aim - value : value - aim;
  const rest = verdict === 'unmeasured' ? '–' : far <= 0 ? 'reached' : `${figure(far)} off`;
  return [
    `${id} ${what}`,
    `${figure(value)} ${unit}`.trim(),
    `${sign} ${gate}`,
    `${sign} ${aim}`,
    rest,
    verdict,
  ];
};

/** Gates as columns: value, what is demanded, what is aimed at, and how far that is. */
export const gateRows = (gates: readonly Gate[]): string =>
  columns([['gate', 'value', 'gate', 'aim', 'to the aim', ''], ...gates.map(gateRow)]);
