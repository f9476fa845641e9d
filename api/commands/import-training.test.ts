import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { type Workplace, workplace } from './testing/run-program.ts';
import { xlsxOf } from './testing/xlsx-of.ts';

const nip = '198507172010031997';

let base: TestDatabase;
let place: Workplace;
beforeAll(async () => {
  base = await testDatabase();
  place = await workplace({ DATABASE_URL: base.url, DEMO: '1' });
  await base.sql`insert into unit (code, name) values ('dinkes', 'Dinas Kesehatan')`;
  await base.sql`insert into employee (nip, name, unit_code, position, kind) values (${nip}, 'Contoh Satu', 'dinkes', 'Analis', 'pns')`;
});
afterAll(async () => {
  await place.leave();
  await base.drop();
});

/** What the personnel office has in its drawers: the files of `contract.md`, one after the other. */
const files = {
  trainings: [
    ['title', 'code', 'provider', 'form', 'jp', 'starts_on', 'register_by', 'mandatory_for'],
    [
      'Tata Kelola Arsip',
      'ARS-1',
      'Universitas Contoh',
      'Bimbingan Teknis',
      '24',
      '2026-03-02',
      '2026-03-03',
      'dinkes',
    ],
  ],
  enrolments: [
    ['nip', 'training_code', 'complete_by'],
    [nip, 'ARS-1', ''],
  ],
  completions: [
    ['nip', 'training_code', 'title', 'jp', 'certificate_number', 'certificate_date'],
    [nip, 'ARS-1', '', '24', '001/ARS', '2026-03-04'],
  ],
  dates: [
    ['nip', 'kind', 'date', 'note'],
    [nip, 'Gaji berkala', '2027-03-01', ''],
  ],
} as const;

test('the personnel office’s files are written one after the other, and a workbook of the same rows changes nothing', async () => {
  for (const [kind, rows] of Object.entries(files)) {
    const csv = join(place.folder, `${kind}.csv`);
    await writeFile(csv, rows.map((row) => row.join(';')).join('\r\n'));
    await writeFile(join(place.folder, `${kind}.xlsx`), xlsxOf(rows));
    const said = async (words: string) => {
      const { code, out, err } = await place.run('pendopo', `import ${kind} ${words}`);
      expect([code, err]).toEqual([0, '']);
      return out.trim().split('\n').at(-1);
    };
    expect(await said(`${kind}.csv --apply`)).toBe(`${kind} written: 1 new, 0 changed, 0 unchanged.`);
    if (kind === 'completions')
      expect(await said(`${kind}.xlsx --apply`)).toBe(`${kind} written: 0 new, 0 changed, 1 unchanged.`);
  }
  expect(await base.sql`select state, finished_on::text from enrolment`).toMatchObject([
    { state: 'registered', finished_on: '2026-03-04' },
  ]);
});

test('what is odd is said, and what is wrong stops the file', async () => {
  const late = await place.run('pendopo', 'import trainings trainings.csv --locale id');
  expect(late.out.split('\n')).toEqual([
    'Tidak lazim, tetapi diterima: 1.',
    'Baris 2, kolom register_by, "2026-03-03": sesudah starts_on 2026-03-02: pendaftaran masih terbuka saat pelatihan sudah berjalan',
    'trainings: 0 baru, 0 berubah, 1 tetap. Belum ada yang disimpan; tambahkan --apply untuk menyimpannya.',
    '',
  ]);
  await writeFile(join(place.folder, 'wrong.csv'), `nip,training_code\n${nip},ARS-2`);
  const wrong = await place.run('pendopo', 'import enrolments wrong.csv --apply --locale id');
  expect([wrong.code, wrong.out]).toEqual([1, '']);
  expect(wrong.err.split('\n')[0]).toBe(
    'Baris 2, kolom training_code, "ARS-2": pelatihan ini belum dikenal; impor pelatihan lebih dahulu',
  );
});
