import { describe, expect, test } from 'vitest';
import { readDates } from './dates.ts';
import { sheet, told } from './testing.ts';

const employees = new Set(['198507172010031997', 'THL-7']);
const read = (text: string, head = 'nip|kind|date|note') =>
  readDates(sheet(`${head}\n${text}`), { employees });

describe('dates of careers', () => {
  test('are read, past ones too', () => {
    expect(read('19850717 201003 1 997|kgb|2027-03-01|SK 2025\nTHL-7|kontrak|2020-12-31|')).toEqual({
      records: [
        { nip: '198507172010031997', kind: 'kgb', date: '2027-03-01', note: 'SK 2025' },
        { nip: 'THL-7', kind: 'kontrak', date: '2020-12-31', note: null },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
  });

  test.each([
    ['KGB', 'kgb'],
    ['Kenaikan Gaji Berkala', 'kgb'],
    ['kenaikan-pangkat', 'pangkat'],
    ['BUP', 'pensiun'],
    ['Akhir kontrak', 'kontrak'],
    ['Satyalancana Karya Satya', 'satyalancana'],
    ['Sumpah Jabatan', 'sumpah_jabatan'],
    ['constructor', 'constructor'],
  ])('of the kind %s are %s', (kind, word) => {
    expect(read(`THL-7|${kind}|2027-03-01|`).records).toMatchObject([{ kind: word }]);
  });

  test.each([
    ['|kgb|2027-03-01|', '2 nip missing'],
    ['198001012005011001|kgb|2027-03-01|', '2 nip employee'],
    ['1.98507172010032e+17|kgb|2027-03-01|', '2 nip nip-rounded'],
    ['THL-7||2027-03-01|', '2 kind missing'],
    ['THL-7|2|2027-03-01|', '2 kind code'],
    ['THL-7|naik (lagi)|2027-03-01|', '2 kind code'],
    [`THL-7|${'x'.repeat(41)}|2027-03-01|`, '2 kind code'],
    ['THL-7|kgb||', '2 date missing'],
    ['THL-7|kgb|2027-02-29|', '2 date date'],
    [`THL-7|kgb|2027-03-01|${'x'.repeat(301)}`, '2 note long'],
    ['THL-7|kgb|2027-03-01|\nTHL-7|Gaji Berkala|2027-03-01|', '3 date twice'],
    ['THL-7|pensiun|2041-01-01|\nTHL-7|BUP|2043-01-01|', '3 kind twice'],
  ])('%j', (text, fault) => {
    expect(told(read(text))).toEqual([fault]);
  });

  test('may be several of a kind, on different days, but one retirement a person', () => {
    const rows = 'THL-7|kgb|2027-03-01|\nTHL-7|kgb|2029-03-01|\nTHL-7|pensiun|2041-01-01|';
    expect(told(read(`${rows}\n198507172010031997|pensiun|2041-01-01|`))).toEqual([]);
  });
});
