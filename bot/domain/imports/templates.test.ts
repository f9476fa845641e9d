import { describe, expect, test } from 'vitest';
import { readTemplates } from './templates.ts';
import { sheet, told } from './testing.ts';

const templates = (text: string) =>
  readTemplates(sheet(`key|label|shape|words|unit_code\n${text}`), { units: new Set(['dishub']) });

describe('templates', () => {
  test('are read, with their blanks, for one office or for all', () => {
    expect(
      templates(
        'lampu|Ganti lampu|Done|Lampu di {tempat} sudah diganti.|dishub\ntunda|Tunda|planned|{tanggal}.|',
      ).records,
    ).toEqual([
      {
        key: 'lampu',
        label: 'Ganti lampu',
        shape: 'done',
        words: 'Lampu di {tempat} sudah diganti.',
        unit_code: 'dishub',
      },
      { key: 'tunda', label: 'Tunda', shape: 'planned', words: '{tanggal}.', unit_code: null },
    ]);
  });

  test.each([
    ['a|A|selesai|Sudah.|', '2 shape choice'],
    ['a|A|done|Sudah.|dinas_kutu', '2 unit_code unit'],
    ['a|A|done|Sudah, {nama}.|', '2 words blank'],
    ['a|A|done|Sudah di {tempat.|', '2 words blank'],
    ['a|Lebih panjang dari tombol|done|Sudah.|', '2 label long'],
    ['a|A|done|Sudah.|\na|B|done|Sudah.|', '3 key twice'],
  ])('%j', (text, fault) => {
    expect(told(templates(text))).toEqual([fault]);
  });
});
