import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { type Workplace, workplace } from './testing/run-program.ts';
import { xlsxOf } from './testing/xlsx-of.ts';

let base: TestDatabase;
let place: Workplace;
beforeAll(async () => {
  base = await testDatabase();
  place = await workplace({ DATABASE_URL: base.url, DEMO: '1' });
});
afterAll(async () => {
  await place.leave();
  await base.drop();
});

const file = (name: string, bytes: string | Buffer) => writeFile(join(place.folder, name), bytes);
const pendopo = (words: string) => place.run('pendopo', `import ${words}`);
const csv = (rows: readonly (readonly string[])[], by = ',') => rows.map((row) => row.join(by)).join('\n');

const offices = [
  ['code', 'name', 'parent_code'],
  ['dinkes', 'Dinas Kesehatan', ''],
  ['pkm', 'Puskesmas Contoh', 'dinkes'],
];
const units = () =>
  base.sql`select code, name, parent_code, xmin::text from unit where code in ('dinkes', 'pkm') order by code`;

describe('an operator with a file of offices', () => {
  test('is told what it would do, and nothing is written', async () => {
    await file('units.csv', csv(offices));
    const { code, out, err } = await pendopo('units units.csv');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      'units: 2 new, 0 changed, 0 unchanged. Nothing was written yet; add --apply to write it.\n',
    );
    expect(await units()).toEqual([]);
  });

  test('writes it with --apply; a workbook or semicolons with BOM of the same rows then change nothing', async () => {
    expect((await pendopo('units units.csv --apply')).out).toBe(
      'units written: 2 new, 0 changed, 0 unchanged.\n',
    );
    const before = await units();
    expect(before).toHaveLength(2);
    await file('offices', `\uFEFF${csv(offices, ';').replaceAll('\n', '\r\n')}\r\n`);
    await file('book.csv', xlsxOf(offices));
    for (const name of ['offices', 'book.csv']) {
      const { code, out } = await pendopo(`units ${name} --apply --json`);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual({
        kind: 'units',
        applied: true,
        new: 0,
        changed: 0,
        unchanged: 2,
        faults: [],
        notices: [],
        unknownColumns: [],
      });
    }
    expect(await units()).toEqual(before);
  });

  test('reads the faults in a language of their own, each on one line whatever the cell holds', async () => {
    await file('odd.csv', 'code;name;warna\n"a\n\u009b31mb";X;biru\n;Y;\n');
    const { code, out, err } = await pendopo('units odd.csv --locale id');
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n')).toEqual([
      'Baris 2, kolom code, "a b": kode berisi huruf, angka, titik, - atau _, paling panjang 40',
      'Baris 3, kolom code: harus diisi',
      'Kolom yang tidak dikenal dan dilewati: warna.',
      'Belum ada yang disimpan. Yang perlu diperbaiki lebih dahulu: 2.',
      '',
    ]);
  });

  test('is told in one sentence what is no table, no file or no kind', async () => {
    await file('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await mkdir(join(place.folder, 'folder'));
    for (const [name, said] of [
      ['old.xls', /XLSX/],
      ['folder', /not there/],
      ['gone.csv', /not there/],
    ] as const) {
      const { code, out, err } = await pendopo(`units ${name}`);
      expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(err).toMatch(said);
    }
    const wrong = await pendopo('trucks units.csv');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/^There is no import trucks: units, employees/);
  });
});

const header = ['nip', 'name', 'unit_code', 'position', 'kind', 'grade', 'phone', 'supervisor_nip', 'roles'];
const staffSize = 5_000;
const two = (n: number) => String(n).padStart(2, '0');

/** Invented people: born between 1970 and 1999, begun at 25; the first is everybody's supervisor. */
const nipOf = (i: number) => {
  const born = 1970 + (i % 30);
  const month = two(1 + (i % 12));
  return `${born}${month}${two(1 + (i % 28))}${born + 25}${month}${1 + (i % 2)}${String(1 + Math.floor(i / 420)).padStart(3, '0')}`;
};
const staff = (): string[][] =>
  Array.from({ length: staffSize }, (_, i) => [
    nipOf(i),
    `Contoh ${i}`,
    i % 2 ? 'pkm' : 'dinkes',
    'Analis',
    'pns',
    'III/a',
    i % 3 ? `0812${String(10_000_000 + i)}` : '',
    i ? nipOf(0) : '',
    i % 10 ? '' : 'officer|supervisor',
  ]);

/** One fault of each kind: the column, what is put there, and the reason to be told. */
const faults: readonly [column: string, value: string, code: string][] = [
  ['nip', '198502292010031997', 'nip-birth'],
  ['nip', '19850717201003199', 'nip-length'],
  ['nip', '1.98507E+17', 'nip-rounded'],
  ['nip', nipOf(1), 'twice'],
  ['unit_code', 'nowhere', 'unit'],
  ['kind', 'honorer', 'choice'],
  ['phone', '0298 000000', 'mobile'],
  ['supervisor_nip', '199912032024122998', 'supervisor'],
  ['roles', 'king', 'choice'],
  ['name', '', 'missing'],
];

describe('the staff of a city: 5,000 people', () => {
  const people = () => base.sql`select nip, xmin::text, updated_at::text from employee order by nip`;

  test('with 40 faults, exactly these are listed, and nobody is written', async () => {
    const rows = staff();
    const planted = Array.from({ length: 40 }, (_, i) => {
      const [column, value, code] = faults[i % faults.length] ?? ['', '', ''];
      const at = 100 + i * 120;
      const row = rows[at];
      if (row) row[header.indexOf(column)] = value;
      return { row: at + 2, column, value, code };
    });
    await file('faulty.csv', csv([header, ...rows]));
    const { code, out, err } = await pendopo('employees faulty.csv --apply --json');
    expect([code, out]).toEqual([1, '']);
    const told = JSON.parse(err);
    expect(
      told.faults.map(({ reason, ...fault }: { reason: string }) => ({ ...fault, said: reason.length > 5 })),
    ).toEqual(planted.map((fault) => ({ ...fault, said: true })));
    expect(told).toMatchObject({ applied: false, new: 0 });
    const lines = (await pendopo('employees faulty.csv --apply')).err.trim().split('\n');
    expect(lines).toHaveLength(41);
    expect(lines[0]).toBe('Row 102, column nip, "198502292010031997": the first 8 digits are no birth date');
    expect(await people()).toEqual([]);
  });

  test('without faults they are written within ten seconds, and the same file changes nothing', async () => {
    await file('staff.csv', csv([header, ...staff()]));
    const begun = Date.now();
    const first = await pendopo('employees staff.csv --apply --json');
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(JSON.parse(first.out)).toMatchObject({ new: staffSize, changed: 0, unchanged: 0, notices: [] });
    const before = await people();
    const second = await pendopo('employees staff.csv --apply --json');
    expect(JSON.parse(second.out)).toMatchObject({ new: 0, changed: 0, unchanged: staffSize });
    expect(await people()).toEqual(before);
  });
});
