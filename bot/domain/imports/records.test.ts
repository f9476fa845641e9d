import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predicates } from '../award/predicate.ts';
import { halfUp, readDecimal } from '../skm/fraction.ts';
import { readRecords } from './records.ts';
import { sheet, told } from './testing.ts';

const employees = new Set(['198507172010031997', 'THL-7']);
const full = 'nip|year|predicate|attendance_3m|discipline_clear|service_from|last_won';
const read = (text: string, head = full) =>
  readRecords(sheet(`${head}\n${text}`), { employees, today: '2026-11-22' });

describe('records of people for an award', () => {
  test('are read, a row a person and year', () => {
    const rows = '19850717 201003 1 997|2025|Sangat Baik|98,5|ya|2010-03-01|2021\nTHL-7|2026|||||';
    expect(read(rows)).toEqual({
      records: [
        {
          nip: '198507172010031997',
          year: 2025,
          predicate: 'sangat_baik',
          attendance_3m: '98.50',
          discipline_clear: true,
          service_from: '2010-03-01',
          last_won: 2021,
        },
        {
          nip: 'THL-7',
          year: 2026,
          predicate: null,
          attendance_3m: null,
          discipline_clear: null,
          service_from: null,
          last_won: null,
        },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
  });

  test('leave what the file has no column for as it is known', () => {
    expect(read('THL-7|2026|baik', 'nip|year|predicate').records).toEqual([
      { nip: 'THL-7', year: 2026, predicate: 'baik' },
    ]);
  });

  test.each([
    ['baik', 'baik'],
    ['Butuh Perbaikan', 'butuh_perbaikan'],
    ['Sangat-Kurang', 'sangat_kurang'],
    ['Kurang/Misconduct', 'kurang'],
    ['Misconduct', 'kurang'],
  ])('the predicate %s is %s', (text, predicate) => {
    expect(read(`THL-7|2025|${text}||||`).records).toMatchObject([{ predicate }]);
  });

  test('the year of an award may be given by its day', () => {
    expect(read('THL-7|2025|||||2024-11-29').records).toMatchObject([{ last_won: 2024 }]);
  });

  test.each([
    ['|2025|||||', '2 nip missing'],
    ['198001012005011001|2025|||||', '2 nip employee'],
    ['1.98507172010032e+17|2025|||||', '2 nip nip-rounded'],
    ['THL-7||||||', '2 year missing'],
    ['THL-7|2027|||||', '2 year whole'],
    ['THL-7|1999|||||', '2 year whole'],
    ['THL-7|2025|istimewa||||', '2 predicate choice'],
    ['THL-7|2025||100,01|||', '2 attendance_3m between'],
    ['THL-7|2025||-1|||', '2 attendance_3m between'],
    ['THL-7|2025||98%|||', '2 attendance_3m between'],
    ['THL-7|2025|||mungkin||', '2 discipline_clear yes-no'],
    ['THL-7|2025||||1/3/2010|', '2 service_from date'],
    ['THL-7|2025||||2026-11-23|', '2 service_from future'],
    ['THL-7|2025||||2026-01-01|', '2 year before'],
    ['THL-7|2025|||||2027', '2 last_won whole'],
    ['THL-7|2025|||||belum', '2 last_won whole'],
    ['THL-7|2025|||||\nTHL-7|2025|baik||||', '3 year twice'],
  ])('%j', (text, fault) => {
    const finding = read(text);
    expect(told(finding)).toEqual([fault]);
    expect(finding.records).toEqual([]);
  });

  test('a percent that a spreadsheet seems to keep as a part is taken and asked about', () => {
    const { records, notices } = read('THL-7|2025||0.985|||\n198507172010031997|2025||0|||');
    expect(records).toMatchObject([{ attendance_3m: '0.99' }, { attendance_3m: '0.00' }]);
    expect(notices).toEqual([
      {
        row: 2,
        column: 'attendance_3m',
        value: '0.985',
        reason: { key: 'import.fault.between', with: { from: 1, to: 100 } },
      },
    ]);
  });
});

const record = fc.record({
  year: fc.integer({ min: 2010, max: 2026 }),
  predicate: fc.constantFrom('', ...predicates),
  whole: fc.integer({ min: 2, max: 99 }),
  part: fc.constantFrom('', ',5', '.25', ',125', '.9999'),
  clear: fc.constantFrom('', 'ya', 'tidak', 'TRUE', '0'),
});

test('every year of a person is kept, in the order of the file, with the percent rounded half up', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { selector: ({ year }) => year, minLength: 1, maxLength: 8 }),
      (all) => {
        const rows = all.map(
          ({ year, predicate, whole, part, clear }) =>
            `THL-7|${year}|${predicate}|${whole}${part}|${clear}|2010-01-01|`,
        );
        const { records, faults, notices } = read(rows.join('\n'));
        expect([faults, notices]).toEqual([[], []]);
        expect(records.map(({ year }) => year)).toEqual(all.map(({ year }) => year));
        records.forEach(({ predicate, attendance_3m }, i) => {
          const given = all[i];
          expect(predicate ?? '').toBe(given?.predicate);
          expect(attendance_3m).toBe(halfUp(readDecimal(`${given?.whole}${given?.part}`), 2));
        });
      },
    ),
  );
});
