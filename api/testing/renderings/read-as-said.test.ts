import { describe, expect, test } from 'vitest';
import { picturesIn, readAsSaid, typedFor } from './read-as-said.ts';

describe('a message of lines', () => {
  test('offers its numbered lines behind the words, and the steps to other pages', () => {
    expect(readAsSaid('Tentang apa?\n\n1. Jalan\n2. Air\n· Berikutnya')).toEqual({
      text: 'Tentang apa?',
      buttons: ['Jalan', 'Air', 'Berikutnya'],
    });
  });

  test.each(['1. SLT-7K4PQ2\n2. SLT-8K4PQ2', 'Dua langkah:\n1. Ambil nomor\n2. Tunggu'])(
    'that are its words offers nothing: %j',
    (text) => {
      expect(readAsSaid(text)).toEqual({ text, buttons: [] });
    },
  );

  test.each([
    'Di mana?\nTekan 📎 lalu Lokasi, atau tulis patokannya.\n\n1. Lewati',
    'Di mana?\n\n1. Lewati\n\nKirim lokasi: @-7.33,110.50',
  ])('asks for a place in words: %j', (text) => {
    expect(readAsSaid(text)).toEqual({ text: 'Di mana?', buttons: ['Kirim lokasi', 'Lewati'] });
  });

  test('tells how many pictures it cannot show', () => {
    expect(picturesIn('Kabar laporan\nTerlampir foto: 2.')).toBe(2);
    expect(readAsSaid('Kabar laporan\nTerlampir foto: 2.').text).toBe('Kabar laporan');
  });
});

describe('a choice is typed', () => {
  const seen = ['Mau apa?\n\n1. Jalan\n2. Batal', 'Baik.'];
  test('by its number or its words', () => {
    expect([typedFor(seen, 'Jalan', true), typedFor(seen, 'Jalan', false)]).toEqual(['1', 'Jalan']);
  });

  test('by its number where its words mean the same everywhere', () => {
    expect(typedFor(seen, 'Batal', false)).toBe('2');
  });

  test('by its words where another menu came since', () => {
    expect(typedFor([...seen, 'Kabar\n\n1. Lihat'], 'Jalan', true)).toBe('Jalan');
  });

  test('only where it stands', () => {
    expect(() => typedFor(seen, 'Hapus', true)).toThrow('nobody sees a choice "Hapus"');
  });
});
