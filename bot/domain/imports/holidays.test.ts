import { describe, expect, test } from 'vitest';
import { readHolidays } from './holidays.ts';
import { sheet, told } from './testing.ts';

describe('holidays', () => {
  const holidays = (text: string) => readHolidays(sheet(`date|name|kind\n${text}`));

  test('are read', () => {
    expect(holidays('2027-01-01|Tahun Baru|Libur_Nasional').records).toEqual([
      { date: '2027-01-01', name: 'Tahun Baru', kind: 'libur_nasional' },
    ]);
  });

  test.each([
    ['1/2/2027|X|daerah', '2 date date'],
    ['2027-02-30|X|daerah', '2 date date'],
    ['2027-01-01|X|libur', '2 kind choice'],
    ['2027-01-01|X|daerah\n2027-01-01|Y|daerah', '3 date twice'],
  ])('%j', (text, fault) => {
    expect(told(holidays(text))).toEqual([fault]);
  });
});
