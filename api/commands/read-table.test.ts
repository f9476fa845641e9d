import { describe, expect, test } from 'vitest';
import { readTable, tableBytes } from './read-table.ts';
import { xlsxOf } from './testing/xlsx-of.ts';

const read = (text: string) => readTable(Buffer.from(text));

const rows = [
  ['code', 'name', 'address'],
  ['dinkes', 'Dinas Kesehatan, Contoh', 'Jl. Contoh\nNo. 1'],
  ['', '', ''],
  ['pkm', 'Puskesmas; "A"', ''],
];
const csv = (by: string) =>
  rows.map((row) =>
    row.map((cell) => (/[,;\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(by),
  );

describe('the same table is read', () => {
  test.each([
    ['with commas', csv(',').join('\n')],
    ['with semicolons, BOM and line ends of Windows', `\uFEFF${csv(';').join('\r\n')}\r\n`],
    [
      'with quotes around everything',
      rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(';')).join('\n'),
    ],
  ])('from CSV %s', async (_, text) => {
    expect(await read(text)).toEqual(rows);
  });

  test('from a workbook', async () => {
    const cells = await readTable(xlsxOf(rows));
    expect((cells as string[][]).map((row) => [...row, '', '', ''].slice(0, 3))).toEqual(rows);
  });
});

test('a workbook may begin with empty rows, and keeps their count', async () => {
  expect(await readTable(xlsxOf([[], [], ['code'], ['dinkes']]))).toMatchObject([
    {},
    {},
    ['code'],
    ['dinkes'],
  ]);
});

test('days and numbers of a workbook are read as one would type them, and a NIP that was rounded shows it', async () => {
  const [row] = (await readTable(
    xlsxOf([[new Date('2027-01-01'), 14, -7.3, 81200000001, 198507172010032000]]),
  )) as string[][];
  expect(row).toEqual(['2027-01-01', '14', '-7.3', '81200000001', '1.98507172010032e+17']);
});

describe('what is no table is told by its kind', () => {
  test.each([
    ['an empty file', Buffer.from(''), 'empty'],
    ['a file of empty lines', Buffer.from('\uFEFF\n;;\n'), 'empty'],
    ['letters of Windows', Buffer.from('code,name\nx,Caf\xe9\n', 'latin1'), 'encoding'],
    ['UTF-16', Buffer.from('\uFEFFcode,name', 'utf16le'), 'encoding'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\0\0\n'), 'not-a-table'],
    ['an archive without a workbook', xlsxOf([['a']]).subarray(0, 400), 'not-a-table'],
    ['a quote that is never closed', Buffer.from('code,name\nx,"Dinas\ny,Z'), 'not-a-table'],
    ['more than 20 MB', Buffer.alloc(tableBytes + 1, 'a'), 'too-large'],
  ])('%s', async (_, bytes, fault) => {
    expect(await readTable(bytes)).toBe(fault);
  });
});
