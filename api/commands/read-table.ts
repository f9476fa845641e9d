import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { Sheet } from '../../bot/domain/imports/read-sheet.ts';

/** Why a file is no table that we can read; each has its sentence in `locales/`. */
export type TableFault = 'too-large' | 'empty' | 'old-excel' | 'not-a-table' | 'encoding';

/** The most that is read (bytes): some fifty times what a city's staff needs. */
export const tableBytes = 20 * 1024 * 1024;

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/**
 * A cell of a workbook as a person would type it. Numbers of more than 15 digits were rounded by the spreadsheet; in
 * their scientific form the reader of a NIP can tell.
 */
const typed = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return Math.abs(cell) >= 1e15 ? cell.toExponential() : String(cell);
  return String(cell);
};

const fromWorkbook = async (bytes: Uint8Array): Promise<Sheet | TableFault> => {
  try {
    const rows = await readSheet(Buffer.from(bytes), 1);
    return rows.map((row) => row.map(typed));
  } catch {
    return 'not-a-table';
  }
};

/** Spreadsheets of an Indonesian computer separate by `;`, for the comma is theirs in numbers: the first line that says something decides. */
const delimiterOf = (text: string): ',' | ';' => {
  const titles = (text.split(/\r?\n/).find((line) => /\w/.test(line)) ?? text).replace(/"[^"]*"/g, '');
  return titles.split(';').length > titles.split(',').length ? ';' : ',';
};

const fromText = (bytes: Uint8Array): Sheet | TableFault => {
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return 'encoding';
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return 'not-a-table';
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'encoding';
  }
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false });
  } catch {
    return 'not-a-table';
  }
};

/** Reads CSV (`,` or `;`, with BOM or not, line breaks within quotes) or the first sheet of an XLSX file, told apart by their content. */
export const readTable = async (bytes: Uint8Array): Promise<Sheet | TableFault> => {
  if (bytes.length > tableBytes) return 'too-large';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel';
  const sheet = begins(bytes, 0x50, 0x4b) ? await fromWorkbook(bytes) : fromText(bytes);
  if (typeof sheet === 'string') return sheet;
  return sheet.some((row) => row.some((cell) => cell.trim() !== '')) ? sheet : 'empty';
};
