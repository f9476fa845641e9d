import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';

const synonyms = [
  { say: 'akte', mean: 'akta' },
  { say: 'kartu keluarga', mean: 'kk' },
  { say: 'akta kelahiran', mean: 'akta' },
  { say: 'lampu penerangan', mean: 'lampu jalan' },
];
const words = (typed: string) =>
  readAsked(typed, synonyms).words.map(({ word, also }) => [word, ...also].join('='));

test('only the words that tell of what are looked for', () => {
  expect(words('Halo kak, saya mau tanya dong: bagaimana cara mengurus KTP yang hilang ya?')).toEqual([
    'ktp',
    'hilang',
  ]);
  expect(words('kulo badhe ndamel KTP')).toEqual(['ktp']);
  expect(words('ambo nio mambuek KTP')).toEqual(['nio', 'ktp']);
});

test('a word may mean another, and each word of a phrase what the phrase means', () => {
  expect(words('akte lahir')).toEqual(['akte=akta', 'lahir']);
  expect(words('kartu keluarga')).toEqual(['kartu=kk', 'keluarga=kk']);
  expect(words('lampu penerangan')).toEqual(['lampu', 'penerangan']);
});

test('what was said itself is no second word for another: a birth is no death because both are papers', () => {
  expect(words('akta kelahiran')).toEqual(['akta', 'kelahiran']);
});

test('each word counts once, single letters not at all, and a long story by its first words', () => {
  expect(words('ktp ktp e-ktp')).toEqual(['ktp']);
  expect(words('pajak 2 3')).toEqual(['pajak', '2', '3']);
  expect(words(Array.from({ length: 60 }, (_, i) => `perkara${i}`).join(' '))).toHaveLength(16);
});
