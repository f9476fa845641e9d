import { describe, expect, test } from 'vitest';
import { type AsnKind, formatNip, maskNip, readNip } from './nip.ts';

describe('numbers of people who do not exist', () => {
  test.each([
    ['19850717 201003 1 997', 'pns', '198507172010031997'],
    ['19901203 201912 2 998', 'pns', '199012032019122998'],
    ["'19850717.201003-1-997", 'pns', '198507172010031997'],
    ['199301152024211996', 'pppk', '199301152024211996'],
    ['199301152024212995', 'pppk', '199301152024212995'],
  ])('%s is a number of a %s', (typed, kind, nip) => {
    expect(readNip(typed)).toEqual({ nip, kind });
    expect(readNip(typed, kind as AsnKind)).toEqual({ nip, kind });
  });

  test.each([
    ['198502292010031997', 'birth'],
    ['198507172010131997', 'month'],
    ['198507172010001997', 'month'],
    ['198507172010033997', 'sex'],
    ['198507172010031000', 'sequence'],
    ['198507171984031997', 'before-birth'],
    ['19850717201003199', 'length'],
    ['1985071720100319971', 'length'],
    ['19850717201003199X', 'digits'],
    ['', 'digits'],
    ['1,98507E+17', 'rounded'],
    ['1.98507172010032e+17', 'rounded'],
  ])('%s is none: %s', (typed, fault) => {
    expect(readNip(typed)).toEqual({ fault });
  });
});

test('a number of the one kind is not taken for the other', () => {
  expect(readNip('199301152024211996', 'pns')).toEqual({ fault: 'other-kind' });
  expect(readNip('198507172010031997', 'pppk')).toEqual({ fault: 'other-kind' });
});

test('of a part-time number the birth date is known, and no more', () => {
  expect(readNip('199301159999990000', 'pppk_paruh_waktu')).toMatchObject({ kind: 'pppk_paruh_waktu' });
  expect(readNip('199302309999990000', 'pppk_paruh_waktu')).toEqual({ fault: 'birth' });
});

test('who began before 17 or after 58 is odd, not wrong', () => {
  const begun = (year: number, month: string) => readNip(`19850717${year}${month}1997`);
  expect(begun(2002, '06')).toMatchObject({ warning: 'age' });
  expect(begun(2002, '07')).not.toHaveProperty('warning');
  expect(begun(2044, '06')).not.toHaveProperty('warning');
  expect(begun(2044, '07')).toMatchObject({ warning: 'age' });
});

test('a number is printed in its four parts, and masked but for the year and the end', () => {
  expect(formatNip('198507172010031997')).toBe('19850717 201003 1 997');
  expect(maskNip('198507172010031997')).toBe('1985************97');
  expect(maskNip('THL-7')).toBe('*****');
});
