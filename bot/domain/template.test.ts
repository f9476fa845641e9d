import { expect, test } from 'vitest';
import { blanksIn, dayInTemplate, fillBlanks, unknownBlanks } from './template.ts';

const words = 'Petugas {nama_dinas} mengerjakannya di {tempat} pada {tanggal}, lagi di {tempat}.';

test('the blanks of a sentence are found, each once', () => {
  expect(blanksIn(words)).toEqual(['tanggal', 'tempat', 'nama_dinas']);
  expect(unknownBlanks('{tanggal} {jam}')).toEqual(['{jam}']);
});

test('what is known fills them, everything else stays as it was written', () => {
  expect(fillBlanks(words, { tempat: 'Jl. Contoh', nama_dinas: 'Dinas Contoh' })).toBe(
    'Petugas Dinas Contoh mengerjakannya di Jl. Contoh pada {tanggal}, lagi di Jl. Contoh.',
  );
  expect(fillBlanks('{jam} {constructor}', {})).toBe('{jam} {constructor}');
});

test('a day stands as people say it', () => {
  expect(dayInTemplate('2026-11-25')).toBe('Rabu, 25 Nov');
});
