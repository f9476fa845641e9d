import { expect, test } from 'vitest';
import { officeOf } from './office.ts';

const units = [
  { code: 'kota', handles: [], parent: null },
  { code: 'dishub', handles: ['dinas_perhubungan'], parent: 'kota' },
  { code: 'lalin', handles: [], parent: 'dishub' },
  { code: 'seksi', handles: [], parent: 'lalin' },
  { code: 'parkir', handles: [], parent: 'dishub' },
  { code: 'ring', handles: [], parent: 'ring' },
];
const categories = [{ unitCode: 'parkir' }, { unitCode: null }];

test.each([
  ['dishub', 'dishub', 'an office is its own'],
  ['lalin', 'dishub', 'a part belongs to the office above'],
  ['seksi', 'dishub', 'however deep'],
  ['parkir', 'parkir', 'a part that a category names answers for itself'],
  ['kota', 'kota', 'nothing above'],
  ['ring', 'ring', 'a unit below itself'],
  ['elsewhere', 'elsewhere', 'a unit nobody listed'],
])('%s belongs to %s: %s', (unit, office) => {
  expect(officeOf(unit, units, categories)).toBe(office);
});
