import { expect, test } from 'vitest';
import { careerDates } from './career-dates.ts';

const of = (nip: string, kind: 'pns' | 'pppk' | 'other' = 'pns', roles: 'supervisor'[] = []) =>
  careerDates([{ nip, kind, roles }], '2026-11-20').map(({ kind: what, date }) => `${what} ${date}`);

test('somebody’s raise comes every two years after the start, and retirement after the birthday', () => {
  const dates = of('198507172010032997');
  expect(dates).toContain('kgb 2028-03-01');
  expect(dates).toContain('pensiun 2043-08-01');
  expect(of('198512172010032997', 'pns', ['supervisor'])).toContain('pensiun 2046-01-01');
});

test('nobody is promoted or raised after they retired', () => {
  expect(of('196901011995031997')).toEqual(['pensiun 2027-02-01']);
});

test('a contract of five years ends with a year, and who is no ASN has no dates', () => {
  expect(of('199301152024212996', 'pppk')).toEqual(['kontrak 2028-12-31']);
  expect(of('perumda_air-1', 'other')).toEqual([]);
});
