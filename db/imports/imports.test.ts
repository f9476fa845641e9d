import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { type ImportName, importSheet } from './index.ts';

let base: TestDatabase;
let database: Database;
const seal = createSeal(Buffer.alloc(32, 7));

beforeAll(async () => {
  base = await testDatabase();
  database = connect(base.url);
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

const sheet = (text: string) => text.split('\n').map((row) => row.split('|'));
const run = (kind: ImportName, text: string, apply = true) =>
  importSheet(database, seal, { kind, sheet: sheet(text), apply, now: new Date(), zone: 'Asia/Jakarta' });
const counts = (added: number, changed: number, unchanged: number) => ({
  faults: [],
  counts: { new: added, changed, unchanged },
});

beforeEach(async () => {
  await base.sql`truncate employee, unit, category, category_group, holiday, region cascade`;
  await run('units', 'code|name|phone\ndinkes|Dinas Kesehatan|112\ndpu|Dinas PU|');
});

const nips = ['198507172010031997', '199012032019122998', '199301152024211996'] as const;
const staff = [
  'nip|name|unit_code|position|kind|phone|supervisor_nip|roles',
  `${nips[0]}|Contoh Satu|dinkes|Analis|pns|081200000001|${nips[1]}|officer`,
  `${nips[1]}|Contoh Dua|dinkes|Kepala|pns|||supervisor,leader`,
  `${nips[2]}|Contoh Tiga|dpu|Perawat|pppk|081200000003||`,
].join('\n');

const people = () =>
  base.sql`select nip, xmin::text, updated_at::text, phone, active, grade, supervisor_nip, roles from employee order by nip`;

describe('a trial', () => {
  test('says what would happen, and leaves everything as it was', async () => {
    expect(await run('employees', staff, false)).toMatchObject(counts(3, 0, 0));
    expect(await people()).toEqual([]);
    await run('employees', staff);
    const before = await people();
    expect(await run('employees', staff.replace('Analis', 'Auditor'), false)).toMatchObject(counts(0, 1, 2));
    expect(await people()).toEqual(before);
  });
});

describe('people of the offices', () => {
  test('are written once, with a supervisor who stands further down; the same file again touches no row', async () => {
    expect(await run('employees', staff)).toMatchObject(counts(3, 0, 0));
    const before = await people();
    expect(before.map(({ supervisor_nip: head }) => head)).toEqual([nips[1], null, null]);
    expect(await run('employees', staff)).toMatchObject(counts(0, 0, 3));
    expect(await people()).toEqual(before);
  });

  test('change only where the file says something else', async () => {
    await run('employees', staff);
    const before = await people();
    const moved = staff.replace('081200000003', '081200000009').replace('supervisor,leader', 'leader');
    expect(await run('employees', moved)).toMatchObject(counts(0, 2, 1));
    const after = await people();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toMatchObject({ roles: ['leader'] });
    expect(after[2]?.updated_at).not.toBe(before[2]?.updated_at);
  });

  test('have their number sealed, each to its own row', async () => {
    await run('employees', staff);
    const [one, , three] = await people();
    expect(seal.open('identity', `employee|${nips[0]}`, one?.phone)).toBe('+6281200000001');
    expect(() => seal.open('identity', `employee|${nips[0]}`, three?.phone)).toThrow();
    expect(Buffer.from(one?.phone).includes('6281200000001')).toBe(false);
  });

  test('keep what a file has no column for, and lose what its cell leaves empty', async () => {
    await run('employees', staff);
    const few = `nip|name|unit_code|position|kind\n${nips[0]}|Contoh Satu|dinkes|Analis|pns`;
    expect(await run('employees', few)).toMatchObject(counts(0, 0, 1));
    const empty = `nip|name|unit_code|position|kind|phone\n${nips[0]}|Contoh Satu|dinkes|Analis|pns|`;
    expect(await run('employees', empty)).toMatchObject(counts(0, 1, 0));
    expect((await people())[0]).toMatchObject({ phone: null, roles: ['officer'], supervisor_nip: nips[1] });
  });

  test('who leave stay as inactive, and come back only when the file says so', async () => {
    await run('employees', staff);
    const left = `nip|name|unit_code|position|kind|active\n${nips[0]}|Contoh Satu|dinkes|Analis|pns|`;
    expect(await run('employees', `${left}tidak`)).toMatchObject(counts(0, 1, 0));
    expect(await run('employees', staff)).toMatchObject(counts(0, 0, 3));
    expect((await people()).map(({ active }) => active)).toEqual([false, true, true]);
    expect(await run('employees', `${left}ya`)).toMatchObject(counts(0, 1, 0));
  });

  test('with one fault among them are not written at all', async () => {
    const result = await run('employees', staff.replace('|dpu|', '|nowhere|'));
    expect(result).toMatchObject({ faults: [{ row: 4, column: 'unit_code', value: 'nowhere' }] });
    expect(await people()).toEqual([]);
  });

  test('are written by one import at a time', async () => {
    const both = await Promise.all([run('employees', staff), run('employees', staff)]);
    expect(both.map((one) => one.counts.new).toSorted()).toEqual([0, 3]);
    expect(await people()).toHaveLength(3);
  });
});

describe('the offices', () => {
  test('keep what else the city knows of them', async () => {
    await base.sql`update unit set handles = '{dinas_kesehatan}', short = 'DK' where code = 'dinkes'`;
    expect(
      await run('units', 'code|name|parent_code\ndinkes|Dinkes Contoh|\npkm|Puskesmas|dinkes'),
    ).toMatchObject(counts(1, 1, 0));
    expect(
      await base.sql`select code, short, handles, phone, parent_code from unit where code <> 'dpu' order by code`,
    ).toEqual([
      { code: 'dinkes', short: 'DK', handles: ['dinas_kesehatan'], phone: '112', parent_code: null },
      { code: 'pkm', short: null, handles: [], phone: null, parent_code: 'dinkes' },
    ]);
  });
});

describe('categories', () => {
  const file =
    'key|label|unit_code|days|sensitive|keywords\njalan|Jalan|dpu|10||lobang,aspal\nsuap|Suap|dinkes||inspektorat|';

  test('are written behind those that are there, and a second time not', async () => {
    expect(await run('categories', file)).toMatchObject(counts(2, 0, 0));
    expect(
      await base.sql`select key, group_key, days, sensitive, keywords, sort from category order by sort`,
    ).toEqual([
      {
        key: 'jalan',
        group_key: 'lain',
        days: 10,
        sensitive: 'none',
        keywords: ['lobang', 'aspal'],
        sort: 0,
      },
      { key: 'suap', group_key: 'lain', days: 14, sensitive: 'inspektorat', keywords: [], sort: 1 },
    ]);
    expect(await run('categories', file)).toMatchObject(counts(0, 0, 2));
  });

  test('stay protected when a cell is empty', async () => {
    await run('categories', file);
    await run('categories', 'key|label|unit_code|sensitive\nsuap|Uang suap|dinkes|');
    expect(await base.sql`select label, sensitive from category where key = 'suap'`).toEqual([
      { label: 'Uang suap', sensitive: 'inspektorat' },
    ]);
  });
});

test('holidays are written by their day', async () => {
  const file = 'date|name|kind\n2027-01-01|Tahun Baru|libur_nasional\n2027-07-24|Hari Jadi|daerah';
  expect(await run('holidays', file)).toMatchObject(counts(2, 0, 0));
  expect(await run('holidays', file)).toMatchObject(counts(0, 0, 2));
  expect(await run('holidays', file.replace('Hari Jadi', 'Hari Jadi Kota'))).toMatchObject(counts(0, 1, 1));
});

test('regions take level and parent from their code, and keep their outline', async () => {
  const file =
    'code|name|lat|lng\n33.73|Kota Contoh||\n33.73.01|Utara|-7.3|110.5\n33.73.01.1001|Satu||\n33.73.01.2001|Dua||';
  expect(await run('regions', file)).toMatchObject(counts(4, 0, 0));
  expect(await run('regions', file)).toMatchObject(counts(0, 0, 4));
  expect(await run('regions', 'code|name\n33.73.01|Utara')).toMatchObject(counts(0, 0, 1));
  expect(await base.sql`select level, parent_code, lat from region order by code`).toEqual([
    { level: 'kabkota', parent_code: null, lat: null },
    { level: 'kecamatan', parent_code: '33.73', lat: -7.3 },
    { level: 'kelurahan', parent_code: '33.73.01', lat: null },
    { level: 'desa', parent_code: '33.73.01', lat: null },
  ]);
});

describe('a roster', () => {
  const file = `nip|from|until|opens|closes\n${nips[0]}|2026-12-05|2026-12-06|07.30|13.00\n${nips[2]}|2026-12-07|2026-12-11||`;
  const shifts = () =>
    base.sql`select xmin::text, unit_code, from_day::text, until_day::text, opens, closes from duty_shift order by from_day`;

  test('is written once, for the office each belongs to; the same rows again touch nothing', async () => {
    await run('employees', staff);
    await base.sql`update unit set handles = '{dinas_pu}' where code = 'dpu'`;
    await run('units', 'code|name|parent_code\nbidang|Bidang Jalan|dpu');
    await base.sql`update employee set unit_code = 'bidang' where nip = ${nips[2]}`;
    expect(await run('roster', file)).toMatchObject(counts(2, 0, 0));
    const before = await shifts();
    expect(before).toMatchObject([
      {
        unit_code: 'dinkes',
        from_day: '2026-12-05',
        until_day: '2026-12-06',
        opens: '07.30',
        closes: '13.00',
      },
      { unit_code: 'dpu', from_day: '2026-12-07', until_day: '2026-12-11', opens: null, closes: null },
    ]);
    expect(await run('roster', file)).toMatchObject(counts(0, 0, 2));
    expect(await shifts()).toEqual(before);
  });

  test('changes by who and the day a shift begins; shifts it does not name stay', async () => {
    await run('employees', staff);
    await run('roster', file);
    const longer = `nip|from|until\n${nips[0]}|2026-12-05|2026-12-08\n${nips[0]}|2026-12-19|2026-12-19`;
    expect(await run('roster', longer)).toMatchObject(counts(1, 1, 0));
    expect((await shifts()).map(({ until_day, opens }) => [until_day, opens])).toEqual([
      ['2026-12-08', '07.30'],
      ['2026-12-11', null],
      ['2026-12-19', null],
    ]);
  });

  test('names nobody who has left', async () => {
    await run('employees', staff);
    await base.sql`update employee set active = false where nip = ${nips[0]}`;
    expect(await run('roster', file)).toMatchObject({ faults: [{ row: 2, column: 'nip' }] });
    expect(await shifts()).toEqual([]);
  });
});

test('templates are written by their key, behind those that are there', async () => {
  await base.sql`truncate template`;
  const file =
    'key|label|shape|words|unit_code\nlampu|Lampu diganti|done|Lampu di {tempat} sudah diganti.|dpu\ntunda|Dijadwalkan|planned|Kami datang {tanggal}.|';
  expect(await run('templates', file)).toMatchObject(counts(2, 0, 0));
  expect(await run('templates', file)).toMatchObject(counts(0, 0, 2));
  const more =
    'key|label|shape|words\nlampu|Lampu diganti|done|Sudah diganti.\nakhir|Tidak bisa|cannot|Karena {alasan}.';
  expect(await run('templates', more)).toMatchObject(counts(1, 1, 0));
  expect(await base.sql`select key, unit_code, sort from template order by sort`).toEqual([
    { key: 'lampu', unit_code: 'dpu', sort: 0 },
    { key: 'tunda', unit_code: null, sort: 1 },
    { key: 'akhir', unit_code: null, sort: 2 },
  ]);
});
