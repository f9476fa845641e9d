import { writeFile } from 'node:fs/promises';
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
  await base.sql`insert into unit (code, name) values ('dukcapil', 'Disdukcapil')`;
  await base.sql`insert into service (code, unit_code, name) values ('ktp', 'dukcapil', 'KTP-el baru')`;
});
afterAll(async () => {
  await place.leave();
  await base.drop();
});

const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const head = ['unit_code', 'service_code', 'date', 'form'];
const numbers = Array.from({ length: 9 }, (_, at) => `u${at + 1}`);
const numbered = (forms: number) => [
  [...head, ...numbers],
  ...Array.from({ length: forms }, (_, at) => ['dukcapil', 'ktp', day, String(at + 1), ...'333333324']),
];
const file = (name: string, rows: readonly (readonly string[])[]) =>
  writeFile(join(place.folder, name), rows.map((row) => row.join(';')).join('\r\n'));
const importing = (words: string) => place.run('pendopo', `import skm ${words}`);
const counted = async () =>
  base.sql`select sum(pengaduan)::int as pengaduan, sum(sarana)::int as sarana, count(*)::int as forms from skm_answer`;

describe('an operator with paper forms whose columns are numbered', () => {
  test('reads why the order must be said, and nothing is taken', async () => {
    await file('forms.csv', numbered(5));
    const { code, out, err } = await importing('forms.csv --apply --locale id');
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      'Baris 1, "u1, u2, u3, u4, u5, u6, u7, u8, u9": nomor kolom tidak menyebut unsurnya: di kuesioner nomor 8 sarana dan 9 pengaduan, di daftar unsur sebaliknya. Tambahkan --order questionnaire, --order list, atau --order dengan sembilan nama unsur berpemisah koma\nBelum ada yang disimpan. Yang perlu diperbaiki lebih dahulu: 1.\n',
    );
    expect(await counted()).toEqual([{ pengaduan: null, sarana: null, forms: 0 }]);
  });

  test('has them counted in the order that was said, and once, be it CSV or a workbook', async () => {
    const first = await importing('forms.csv --order questionnaire --apply');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toBe('skm written: 5 new, 0 there already.\n');
    expect(await counted()).toEqual([{ pengaduan: 20, sarana: 10, forms: 5 }]);
    await writeFile(join(place.folder, 'forms.xlsx'), xlsxOf(numbered(6)));
    const again = await importing('forms.xlsx --order questionnaire --apply');
    expect(again.out).toBe(
      'skm written: 1 new, 5 there already.\nForms that are alike in everything count once. Where they are different sheets, put the number of each sheet into the column form.\n',
    );
    expect(await counted()).toMatchObject([{ forms: 6 }]);
  });
});

test('named columns and an order contradict each other', async () => {
  await file('named.csv', [
    ['unit_code', 'date', 'waktu', 'sarana'],
    ['dukcapil', day, '5', '4'],
    ['dukcapil', day, '', ''],
  ]);
  const refused = await importing('named.csv --order list --apply --json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.err).faults).toMatchObject([{ row: 1, column: null, code: 'order-named' }]);
  const { err } = await importing('named.csv --apply --locale id');
  expect(err.split('\n').slice(0, 2)).toEqual([
    'Baris 2, kolom waktu, "5": angka bulat dari 1 sampai 4',
    'Baris 3: tidak ada satu pun jawaban di baris ini',
  ]);
});
