import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selfCheckOf } from '../../bot/domain/paths/self-check.ts';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { exportedCsv } from './testing/exported-csv.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
const sql = () => house.hall.database.sql;

beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
  await sql()`insert into unit (code, name, parent_code) values ('uji', 'Loket Uji', null), ('uji-1', 'Loket Uji Satu', 'uji')`;
  await house.hall.refresh();
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const csv = (asked: Parameters<typeof exportedCsv>[2]) => exportedCsv(house, 'skills', asked);

const hired = async (unit: string): Promise<number> => {
  const nip = await hireSomebody(sql(), { name: 'Kenari', unit });
  const [row] = await sql()<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`;
  return row?.id ?? 0;
};

/** Somebody who answers a certain number to a skill, and 4 to the nine others. */
const checked = async (
  unit: string,
  answer: number,
  { year = 2026, skill = 'explain_fees' }: { year?: number; skill?: string } = {},
): Promise<number> => {
  const id = await hired(unit);
  const answers = Object.fromEntries(
    selfCheckOf('pelaksana').map((one) => [one, one === skill ? answer : 4]),
  );
  await sql()`insert into self_check (employee_id, year, unit_code, answers)
    values (${id}, ${year}, ${unit}, ${JSON.stringify(answers)}::text::jsonb)`;
  return id;
};

describe('what units miss', () => {
  let moved = 0;
  beforeAll(async () => {
    for (const answer of [1, 1, 2, 3]) await checked('uji', answer);
    moved = await checked('uji', 2);
    for (const answer of [1, 1, 1, 1]) await checked('uji-1', answer);
    for (const answer of [2, 2, 2, 2, 2]) await checked('dinas_pu', answer, { skill: 'protect_data' });
    for (const answer of [3, 3, 3, 4, 4, 4]) await checked('dinas_kesehatan', answer);
    for (const answer of [1, 1, 1, 1, 1]) await checked('dinas_kesehatan', answer, { year: 2025 });
  });

  test('is listed by unit and skill with a module, and nothing of fewer than five, not even by its office', async () => {
    const rows = await csv({ period: '2026' });
    expect(rows.map(({ unit, hidden, skill, n, average }) => [unit, hidden, skill, n, average])).toEqual([
      ['dinas_kesehatan', 'false', '', '', ''],
      ['dinas_pu', 'false', 'protect_data', '5', '2.00'],
      ['uji', 'false', 'explain_fees', '5', '1.80'],
      ['uji-1', 'true', '', '', ''],
    ]);
    expect(rows[1]).toEqual({
      unit: 'dinas_pu',
      unit_name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
      year: '2026',
      hidden: 'false',
      skill: 'protect_data',
      skill_name: 'menjaga data warga dan kata sandi tetap aman',
      n: '5',
      average: '2.00',
      module: 'aman-informasi',
      module_title: 'Menjaga data warga di kantor',
    });
    expect(JSON.stringify(rows)).not.toMatch(/Kenari|19850312/);
  });

  test('counts where somebody served when they answered', async () => {
    await sql()`update employee set unit_code = 'uji-1' where id = ${moved}`;
    const rows = await csv({ period: '2026' });
    expect(rows.map(({ unit, hidden, n }) => [unit, hidden, n]).slice(2)).toEqual([
      ['uji', 'false', '5'],
      ['uji-1', 'true', ''],
    ]);
  });

  test('is of the unit asked for alone, and of the year', async () => {
    expect((await csv({ period: '2026', unit: 'uji' })).map(({ unit }) => unit)).toEqual(['uji']);
    expect(await csv({ period: '2025' })).toMatchObject([
      { unit: 'dinas_kesehatan', skill: 'explain_fees', n: '5', average: '1.00' },
    ]);
    expect(await csv({ period: '2024' })).toEqual([]);
  });

  test('as a workbook holds numbers as numbers', async () => {
    const run = await place.run('pendopo', 'export skills --period 2026 --format xlsx --out keahlian.xlsx');
    expect(run).toMatchObject({ code: 0, out: 'Written: keahlian.xlsx\n', err: '' });
    const [sheet, ...others] = await readWorkbook(await readFile(join(place.folder, 'keahlian.xlsx')));
    expect([sheet?.sheet, others]).toEqual(['Kebutuhan 2026', []]);
    expect(sheet?.data[0]).toEqual(
      'unit unit_name year hidden skill skill_name n average module module_title'.split(' '),
    );
    expect(sheet?.data[3]?.slice(2, 8)).toEqual([
      2026,
      false,
      'explain_fees',
      'menjelaskan biaya resmi, termasuk yang gratis',
      5,
      1.8,
    ]);
    expect(sheet?.data[4]?.slice(0, 5)).toEqual(['uji-1', 'Loket Uji Satu', 2026, true, null]);
  });
});

test.each([
  [{ period: '2026-Q1' }, 'once a year'],
  [{ period: '2026', service: 'kk' }, 'Skills are of people'],
] as const)('%o is refused with a reason', async (asked, reason) => {
  await expect(csv(asked)).rejects.toThrow(reason);
});
