import { expect, test } from 'vitest';
import type { Training } from './training.ts';
import { openTrainings } from './training-offers.ts';

const make = (code: string, given: Partial<Training> = {}): Training => ({
  code,
  title: `Kelas ${code}`,
  provider: 'BPSDM Provinsi Jawa Tengah',
  form: 'bimtek',
  jp: 800,
  startsOn: '2026-12-02',
  endsOn: '2026-12-04',
  registerBy: '2026-11-27',
  completeBy: null,
  url: null,
  place: null,
  quota: null,
  sponsor: null,
  owing: [],
  listedOn: '2026-11-01',
  ...given,
});

const catalogue = new Map(
  [
    make('A', { registerBy: '2026-12-01' }),
    make('B'),
    make('C', { form: 'e_learning', title: 'Arsip Digital', startsOn: null, endsOn: null, registerBy: null }),
    make('D', { registerBy: '2026-11-01' }),
    make('E', { provider: 'Universitas Kristen Satya Wacana', form: 'workshop', sponsor: 'Bank Jateng' }),
    make('F'),
  ].map((one) => [one.code, one]),
);

const look = (wish: Partial<Parameters<typeof openTrainings>[1]>, mine: string[] = []) =>
  openTrainings(catalogue, { words: null, group: null, page: 0, ...wish }, new Set(mine), '2026-11-20');
const codes = (...given: Parameters<typeof look>) => look(...given).trainings.map(({ code }) => code);

test('what is open stands by the end of registration, what has none last, without what is mine', () => {
  expect(codes({})).toEqual(['B', 'E', 'F', 'A', 'C']);
  expect(codes({}, ['B', 'A'])).toEqual(['E', 'F', 'C']);
});

test.each([
  ['arsip', ['C']],
  ['ARSIP digital!', ['C']],
  ['universitas', ['E']],
  ['jateng', ['E']],
  ['lokakarya', ['E']],
  ['bimbingan teknis', ['B', 'F', 'A']],
  ['arsip rahasia negara', ['C']],
  ['tata boga', []],
])('words find titles, providers, who pays and forms by any name: %s', (words, found) => {
  expect(codes({ words })).toEqual(found);
});

test('words find also what one is registered for', () => {
  expect(codes({ words: 'arsip' }, ['C'])).toEqual(['C']);
});

test('a group of forms narrows it, and a page beyond the last is the last', () => {
  expect(codes({ group: 'nonklasikal' })).toEqual(['C']);
  expect(look({ page: 9 })).toMatchObject({ pages: 1, total: 5, wish: { page: 0 } });
  expect(look({}).groups.toSorted()).toEqual(['klasikal', 'nonklasikal']);
});
