import { expect, test } from 'vitest';
import type { Unit } from '../agency.ts';
import { mayForColleague } from './answers-for.ts';

const unit = (code: string, parent: string | null): Unit =>
  ({ code, name: code, parent, handles: [], answers: true }) as unknown as Unit;
const units = [unit('dinkes', null), unit('puskesmas', 'dinkes'), unit('dishub', null)];

const head = { id: 1, unit: 'dinkes', kind: 'pns', roles: ['supervisor'], above: [7] };
const clerk = { id: 2, unit: 'puskesmas', supervisor: null };
const may = (who: typeof head, whom: Parameters<typeof mayForColleague>[1]) =>
  mayForColleague(who, whom, 'verify-certificate', units);

test('a supervisor looks after the people of the own unit and of those below it, and after whoever is put under them', () => {
  expect(may(head, clerk)).toBe(true);
  expect(may({ ...head, unit: 'puskesmas' }, { ...clerk, unit: 'dinkes' })).toBe(false);
  expect(may(head, { ...clerk, unit: 'dishub' })).toBe(false);
  expect(may(head, { ...clerk, unit: 'dishub', supervisor: 1 })).toBe(true);
});

test('nobody looks after themselves or a superior, and without the role after nobody', () => {
  expect(may(head, { ...clerk, id: 1 })).toBe(false);
  expect(may(head, { ...clerk, id: 7 })).toBe(false);
  expect(may({ ...head, roles: [] }, { ...clerk, supervisor: 1 })).toBe(false);
  expect(may({ ...head, roles: ['officer', 'leader', 'admin'] }, clerk)).toBe(false);
});

test('the personnel office looks after everybody but its own', () => {
  const personnel = { id: 9, unit: 'dishub', kind: 'pns', roles: ['hr'], above: [7] };
  expect(may(personnel, clerk)).toBe(true);
  expect(may(personnel, { ...clerk, id: 7 })).toBe(true);
  expect(may(personnel, { ...clerk, id: 9 })).toBe(false);
});
