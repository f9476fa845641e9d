import { expect, test } from 'vitest';
import { offersOf } from './choices.ts';
import type { Shown } from './handset.ts';

const message: Shown = {
  id: 'm1',
  from: 'bot',
  text: '',
  entities: [],
  date: 0,
  edited: false,
  deleted: false,
  buttons: [],
};

test('buttons and rows are pressed, a row that was cut by its whole label', () => {
  const buttons = [
    [
      { label: 'Kirim', data: 'q:send' },
      { label: 'Lihat', url: 'https://sapa.example' },
    ],
  ];
  const rows = [{ id: 'q:a', title: 'Penerangan jalan…', description: 'Penerangan jalan umum' }];
  expect(offersOf({ ...message, buttons, list: { open: 'Lihat pilihan', rows } })).toEqual([
    { label: 'Kirim', act: { do: 'press', button: 'q:send', on: 'm1' } },
    { label: 'Penerangan jalan umum', act: { do: 'press', button: 'q:a', on: 'm1' } },
  ]);
});

test('numbered lines are answered by their number', () => {
  expect(offersOf({ ...message, text: 'Sudah benar?\n\n1. Kirim\n2. Ubah' })).toEqual([
    { label: 'Kirim', act: { do: 'type', text: '1' } },
    { label: 'Ubah', act: { do: 'type', text: '2' } },
  ]);
});
