import { expect, test } from 'vitest';
import { paperNames } from './paper-names.ts';

const ana = { name: 'Ana', unit: 'Dinas A', position: 'Analis' };

test('candidates are named by name and office, namesakes by their position too, and no name is given twice', () => {
  expect(paperNames([ana, { ...ana, unit: 'Dinas B' }])).toEqual(['Ana, Dinas A', 'Ana, Dinas B']);
  expect(paperNames([ana, { ...ana, position: 'Arsiparis' }])).toEqual([
    'Ana, Analis, Dinas A',
    'Ana, Arsiparis, Dinas A',
  ]);
  expect(paperNames([ana, ana, ana])).toEqual([
    'Ana, Analis, Dinas A',
    'Ana, Analis, Dinas A (2)',
    'Ana, Analis, Dinas A (3)',
  ]);
});
