import { describe, expect, test } from 'vitest';
import { sheet, told } from './testing.ts';
import { readUnits } from './units.ts';

const above = new Map([
  ['setda', null],
  ['dinkes', 'setda'],
]);
const units = (text: string) => readUnits(sheet(text), { above });

describe('a sheet', () => {
  test('may have its columns in any order, in any case, with spaces around', () => {
    expect(units(' NAME |parent_code| Code\n Dinas Contoh | dinkes | dc ').records).toEqual([
      { code: 'dc', name: 'Dinas Contoh', parent_code: 'dinkes' },
    ]);
  });

  test('tells a column that it does not have from an empty cell', () => {
    const [record] = units('code|name|phone\ndc|Dinas|').records;
    expect(record).toEqual({ code: 'dc', name: 'Dinas', phone: null });
  });

  test('keeps the numbers of its rows over empty ones, above the header too', () => {
    expect(told(units('\ncode|name\n\ndc|\n|\nx y|X'))).toEqual(['4 name missing', '6 code code']);
  });

  test('says which columns nothing is done with, and that is no fault', () => {
    const found = units('code|name|Warna|warna\ndc|Dinas|biru|');
    expect(found).toMatchObject({ faults: [], unknown: ['Warna', 'warna'] });
    expect(found.records).toHaveLength(1);
  });

  test('is told of a column that stands there twice, and of a row with more cells than columns', () => {
    expect(told(units('code|name|code\ndc|Dinas|dc'))).toEqual(['1 code column-twice']);
    expect(told(units('code|name\ndc|Jl. A| No. 1'))).toEqual(['2 null more-cells']);
    expect(told(units('code|name||\ndc|Jl. A| No. 1|\nb|B||'))).toEqual(['2 null more-cells']);
  });

  test('with a fault gives no record at all', () => {
    expect(units('code|name\ndc|Dinas\nx y|X').records).toEqual([]);
  });
});
