import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutNames } from './without-names.ts';

const clean = (text: string) => withoutNames(text, '[nama]');

describe('takes the names of people away (all are invented)', () => {
  test.each([
    ['Pak Budi di loket 2 kurang ramah', 'Pak [nama] di loket 2 kurang ramah'],
    ['pak budi kurang ramah', 'pak [nama] kurang ramah'],
    ['bu sri galak sekali', 'bu [nama] galak sekali'],
    ['Bu Sri Wahyuni Lestari tidak ada di tempat', 'Bu [nama] tidak ada di tempat'],
    ['Bapak Budi Santoso, tolong lebih sabar', 'Bapak [nama], tolong lebih sabar'],
    ['Mbak Dewi dan Mas Joko sangat membantu', 'Mbak [nama] dan Mas [nama] sangat membantu'],
    ['mba rina lama', 'mba [nama] lama'],
    ['dr. Andi datang terlambat', 'dr. [nama] datang terlambat'],
    ['Bapak dr. H. Andi Saputra', 'Bapak dr. H. [nama]'],
    ['Sdr. Bambang dan Sdri Ratna', 'Sdr. [nama] dan Sdri [nama]'],
    ['kak nisa ramah', 'kak [nama] ramah'],
    ['Pak M. Ridwan marah', 'Pak [nama] marah'],
    ['PAK BUDI LAMBAT SEKALI', 'PAK [nama] LAMBAT SEKALI'],
    ['saya Budi, antre dua jam', 'saya [nama], antre dua jam'],
    ['Saya Sri Wahyuni dari Tingkir', 'Saya [nama] dari Tingkir'],
    ['nama saya budi dan saya kecewa', 'nama saya [nama] dan saya kecewa'],
    ['Nama saya: Budi Santoso.', 'Nama saya: [nama].'],
    ['Nama petugasnya Retno', 'Nama petugasnya [nama]'],
    ['petugas bernama joko tidur', 'petugas bernama [nama] tidur'],
    ['petugas Joko tidur', 'petugas [nama] tidur'],
    ['berkas atas nama Siti Aminah hilang', 'berkas atas nama [nama] hilang'],
    ['berkas a.n. Siti hilang', 'berkas a.n. [nama] hilang'],
    ['Tambah kursi. - Budi Santoso', 'Tambah kursi. - [nama]'],
    ['Tambah kursi.\n~ Sri', 'Tambah kursi.\n~ [nama]'],
    ['Hormat saya, Budi', 'Hormat saya, [nama]'],
    ['nami kula Paijo', 'nami kula [nama]'],
    ['Uni Rahmi lambek bana', 'Uni [nama] lambek bana'],
    ['my name is Budi', 'my name is [nama]'],
  ])('%s', (text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });
});

describe('leaves alone', () => {
  test.each([
    'Pak RT dan Bu Lurah sudah tahu',
    'ibu hamil didahulukan',
    'Bapak Kepala Dinas yang terhormat',
    'bapak ibu petugas ramah',
    'Ibu saya sakit, kursi kurang',
    'bapak-bapak merokok di ruang tunggu',
    'mas yang di loket 3 kurang ramah',
    'saya kecewa menunggu lama',
    'Saya Sudah antre dua jam',
    'dr pagi sampai siang belum dipanggil',
    'Nama saya salah tulis di KTP',
    'petugas kurang sabar',
    'Petugas Loket 2 tidak ada',
    'AC mati, kursi kurang, antrean panjang',
    'Tambah kursi - dan kipas',
    'ibu kota pindah',
    'emas dan kakak tidak ada hubungannya',
    '',
  ])('%s', (text) => {
    expect(clean(text)).toBe(text);
  });
});

const names = fc.constantFrom(
  'Budi',
  'Sri',
  'Wahyuni',
  'Bambang',
  'Ratna',
  'Joko',
  "Ma'ruf",
  'Dewi',
  'Nurhayati',
);
const announced = fc.constantFrom(
  'Pak',
  'Bu',
  'Bapak',
  'Ibu',
  'Sdr.',
  'Mas',
  'Mbak',
  'dr.',
  'Kak',
  'nama saya',
  'saya',
);
const around = fc.constantFrom('antre lama', 'kursi kurang', 'tolong ditambah', 'sudah bagus');

test('whoever is announced is gone, the rest is as it was, and cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(
      around,
      announced,
      fc.array(names, { minLength: 1, maxLength: 3 }),
      around,
      (before, title, name, after) => {
        const cleaned = clean(`${before}, ${title} ${name.join(' ')} ${after}`);
        expect(cleaned).toBe(`${before}, ${title} [nama] ${after}`);
        expect(clean(cleaned)).toBe(cleaned);
      },
    ),
  );
});

test('any text at all is taken, and one without such words stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const cleaned = clean(text);
      expect(clean(cleaned)).toBe(cleaned);
    }),
  );
});
