import { expect, test } from 'vitest';
import { owes } from './owes.ts';

const units = new Map([
  ['dinkes', { parent: null }],
  ['puskesmas', { parent: 'dinkes' }],
  ['dishub', { parent: null }],
  ['loop', { parent: 'loop' }],
]);

test('a duty of an office is that of everybody below it, and of nobody beside it', () => {
  const training = { owing: [{ unit: 'dinkes' }] };
  expect(owes(training, { unit: 'puskesmas', group: 'pelaksana' }, units)).toBe(true);
  expect(owes(training, { unit: 'dinkes', group: 'pelaksana' }, units)).toBe(true);
  expect(owes(training, { unit: 'dishub', group: 'pelaksana' }, units)).toBe(false);
  expect(owes({ owing: [{ unit: 'puskesmas' }] }, { unit: 'dinkes', group: 'pelaksana' }, units)).toBe(false);
});

test('a duty of a group of positions is owed wherever they work, and no duty by nobody', () => {
  const training = { owing: [{ group: 'struktural' as const }] };
  expect(owes(training, { unit: 'loop', group: 'struktural' }, units)).toBe(true);
  expect(owes(training, { unit: 'loop', group: 'pelaksana' }, units)).toBe(false);
  expect(owes({ owing: [] }, { unit: 'dinkes', group: 'struktural' }, units)).toBe(false);
});
