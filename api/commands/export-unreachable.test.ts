import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { linkStaff } from '../testing/staff.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

test('the personnel office takes away the list of whom nobody can write to, with why and since when', async () => {
  const { sql } = house.hall.database;
  await linkStaff(house, { name: 'Rina Astuti' });
  await linkStaff(house, { name: 'Budi Santoso' });
  await linkStaff(house, { name: 'Dewi Lestari' });
  await hireSomebody(sql, { name: '=Tono', unit: 'dinas_pu' });
  await hireSomebody(sql, { name: 'Wati', unit: 'dinas_pu', active: false });
  await sql`update staff_link set ended_at = '2026-11-02T03:00:00Z', ended_why = 'unlinked'
    where employee_id = (select id from employee where name = 'Budi Santoso')`;
  await sql`update contact set unreachable_at = '2026-11-05T18:00:00Z'
    where id = (select contact_id from staff_link l join employee e on e.id = l.employee_id where e.name = 'Dewi Lestari')`;
  const { code, out, err } = await place.run('pendopo', 'export unreachable --format csv');
  expect([code, err]).toEqual([0, '']);
  const rows: { [column: string]: string }[] = parse(out, { bom: true, columns: true });
  expect(rows.map(({ name, unit, since, why }) => [name, unit, since, why])).toEqual([
    ["'=Tono", 'dinas_pu', expect.stringMatching(/^\d{4}-\d\d-\d\d$/), 'never'],
    ['Budi Santoso', 'dinas_perhubungan', '2026-11-02', 'parted'],
    ['Dewi Lestari', 'dinas_perhubungan', '2026-11-06', 'gone'],
  ]);
  expect(Object.keys(rows[0] ?? {})).toEqual(['name', 'nip', 'unit', 'unit_name', 'since', 'why']);
  expect(rows.every(({ nip }) => /^\d{18}$/.test(nip ?? ''))).toBe(true);
  const workbook = join(place.folder, 'unreachable.xlsx');
  expect((await place.run('pendopo', `export unreachable --format xlsx --out ${workbook}`)).code).toBe(0);
  const [header, ...cells] = await readSheet(await readFile(workbook));
  expect(header).toEqual(['name', 'nip', 'unit', 'unit_name', 'since', 'why']);
  expect(cells.map((row) => row[0])).toEqual(["'=Tono", 'Budi Santoso', 'Dewi Lestari']);
});
