import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { counts, dua, type PersonnelOffice, personnelOffice, satu, tiga } from './testing.ts';

let office: PersonnelOffice;
beforeAll(async () => {
  office = await personnelOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.sql`truncate personnel_record`;
});

const rows = () => office.sql`
  select r.xmin::text, nip, year, predicate, attendance, discipline_clear as clear, service_from::text as since, last_won as won
  from personnel_record r join employee e on e.id = r.employee_id order by nip, year`;

const file = [
  'nip|year|predicate|attendance_3m|discipline_clear|service_from|last_won',
  `${satu}|2025|Sangat Baik|98,5|ya|2010-03-01|2021`,
  `${satu}|2024|baik|||2010-03-01|`,
  `${tiga}|2025|Kurang/Misconduct|71|tidak||`,
].join('\n');

test('a trial says what would happen and writes nothing', async () => {
  expect(await office.import('records', file, { apply: false })).toMatchObject(counts(3, 0, 0));
  expect(await rows()).toEqual([]);
});

test('records are kept a row a person and year; the same file again touches no row', async () => {
  expect(await office.import('records', file)).toMatchObject(counts(3, 0, 0));
  const before = await rows();
  expect(before).toMatchObject([
    { nip: satu, year: 2024, predicate: 'baik', attendance: null, clear: null, won: null },
    { nip: satu, year: 2025, attendance: '98.50', clear: true, since: '2010-03-01', won: 2021 },
    { nip: tiga, year: 2025, predicate: 'kurang', attendance: '71.00', clear: false, since: null },
  ]);
  expect(await office.import('records', file)).toMatchObject(counts(0, 0, 3));
  expect(await rows()).toEqual(before);
});

test('a file of some columns changes those only; years it does not name stay', async () => {
  await office.import('records', file);
  const attendance = `nip|year|attendance_3m\n${satu}|2025|99\n${dua}|2025|100`;
  expect(await office.import('records', attendance)).toMatchObject(counts(1, 1, 0));
  expect(await rows()).toMatchObject([
    { nip: satu, year: 2024 },
    { nip: satu, year: 2025, predicate: 'sangat_baik', attendance: '99.00', clear: true, won: 2021 },
    { nip: dua, year: 2025, predicate: null, attendance: '100.00' },
    { nip: tiga, year: 2025 },
  ]);
});

test('one wrong row refuses the whole file', async () => {
  const wrong = `${file}\n${dua}|2025|luar biasa|120|ya||\n198001012005011001|2025|baik||||`;
  const imported = await office.import('records', wrong);
  expect(imported.faults.map(({ row, column }) => [row, column])).toEqual([
    [5, 'predicate'],
    [5, 'attendance_3m'],
    [6, 'nip'],
  ]);
  expect(await rows()).toEqual([]);
});
