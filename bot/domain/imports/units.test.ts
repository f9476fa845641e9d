import { describe, expect, test } from 'vitest';
import { sheet, told } from './testing.ts';
import { readUnits } from './units.ts';

const above = new Map([
  ['setda', null],
  ['dinkes', 'setda'],
]);
const units = (text: string) => readUnits(sheet(text), { above });

describe('units', () => {
  test.each([
    ['code|name\nx y|X', ['2 code code']],
    ['code|name\n|X', ['2 code missing']],
    [`code|name\nx|${'x'.repeat(201)}`, ['2 name long']],
    [`code|name|address\nx|X|${'x'.repeat(301)}`, ['2 address long']],
    ['code|name|phone\nx|X|telepon', ['2 phone phone']],
    ['code|name|parent_code\nx|X|nowhere', ['2 parent_code parent']],
    ['code|name|parent_code\nx|X|x', ['2 parent_code itself']],
    ['code|name|parent_code\na|A|b\nb|B|c\nc|C|a\nd|D|a', ['2 parent_code circle']],
    ['code|name|parent_code\nsetda|Setda|dinkes', ['2 parent_code circle']],
    ['code|name|parent_code\nx|X|\nx|Y|x', ['3 code twice']],
  ])('%j', (text, faults) => {
    expect(told(units(text))).toEqual(faults);
  });

  test('may name a parent further down or known before, and turn a known line around', () => {
    expect(told(units('code|name|parent_code\na|A|b\nb|B|dinkes'))).toEqual([]);
    expect(told(units('code|name|parent_code\nsetda|Setda|dinkes\ndinkes|Dinkes|'))).toEqual([]);
  });
});
