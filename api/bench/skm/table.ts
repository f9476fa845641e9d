import { columns, figure, gateRows } from '../columns.ts';
import type { Quantiles } from '../quantiles.ts';
import type { SkmFigures } from './index.ts';

const row = (name: string, { p50, p95, samples }: Quantiles): string[] => [
  name,
  figure(p50),
  figure(p95),
  String(samples),
];

/** The figures of the survey as a table for a terminal. */
export const skmTable = (figures: SkmFigures): string => {
  const { postgres, size, ikm, index, results, everybody, plain, fillSeconds, shuffleSeconds, gates } =
    figures;
  const parts = [
    `Survey: ${size.answers} answers of one office, 20 services, 12 months; PostgreSQL ${postgres}, fsync on; index ${ikm}`,
    columns([
      ['', 'p50 ms', 'p95 ms', 'times'],
      row('index of the office over the year', index),
      row('its results, every service', results),
      row('public results of all offices', everybody),
    ]),
    columns([
      ['', ''],
      ['the same index from the forms themselves, ms', figure(plain)],
      [`counting ${size.answers} forms, s`, figure(fillSeconds)],
      [`shuffling ${size.urn} forms of a day, s`, figure(shuffleSeconds)],
    ]),
    gateRows(gates),
  ];
  return `${parts.join('\n\n')}\n`;
};
