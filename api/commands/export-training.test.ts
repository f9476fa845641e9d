import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeriod } from '../../bot/domain/skm/survey-period.ts';
import { exportKinds } from '../exports/index.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';
import { unzipped } from './testing/unzipped.ts';

/** As the contract lists them. */
const contract = 'nip name unit training form provider jp certificate_number certificate_date year verified';

let house: TestHall;
let place: Workplace;
const sql = () => house.hall.database.sql;

type Paper = { nip: string; jp: number; date: string; form?: string | null; status?: string; title?: string };
const certify = ({ nip, jp, date, form = 'bimtek', status = 'sah', title = 'Bimtek Arsip' }: Paper) =>
  sql()`insert into certificate (employee_id, title, form, provider, jp, number, date, source, status, sent_at)
    select id, ${title}, ${form}, 'Badan Contoh', ${jp}, ${`STTPP/${jp}`}, ${date}, 'file', ${status}, now() from employee where nip = ${nip}`;

const hire = (nip: string, name: string, unit: string, position: string, kind: string, active = true) =>
  sql()`insert into employee (nip, name, unit_code, position, kind, active) values (${nip}, ${name}, ${unit}, ${position}, ${kind}, ${active})`;

const wati = '198507172010032001';
const budi = '199301152024211001';
const cici = '199001012015012001';
const gone = '197001011995011001';

beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
  await sql()`insert into unit (code, name, parent_code) values ('uji', 'Dinas Uji', null), ('uji-1', 'Bidang Uji', 'uji'), ('lain', 'Dinas Lain', null)`;
  await hire(wati, 'Wati Contoh', 'uji-1', 'Kepala Bidang Uji', 'pns');
  await hire(budi, 'Budi Contoh', 'uji', 'Pranata Komputer Ahli Pertama', 'pppk');
  await hire(cici, 'Cici Contoh', 'lain', 'Pengelola Surat', 'other');
  await hire(gone, 'Lama Contoh', 'lain', 'Pengelola Surat', 'pns', false);
  await certify({ nip: wati, jp: 1250, date: '2026-03-02' });
  await certify({ nip: wati, jp: 800, date: '2026-05-04', status: 'menunggu', title: '=1+1' });
  await certify({ nip: wati, jp: 2000, date: '2025-12-31', form: 'struktural' });
  await certify({ nip: budi, jp: 3000, date: '2026-01-10', form: 'teknis' });
  await certify({ nip: budi, jp: 600, date: '2026-02-10', form: 'seminar', status: 'ditolak' });
  await certify({ nip: gone, jp: 100, date: '2026-06-30', form: null });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const made = async (
  kind: 'training' | 'competence',
  format: 'csv' | 'xlsx',
  asked: { period: string; unit?: string },
) => {
  const period = readPeriod(asked.period);
  if ('refused' in period) throw new Error(period.refused);
  const { city, clock } = house.hall;
  const file = await exportKinds[kind]?.formats[format]?.({
    runner: sql(),
    city: city(),
    now: clock.now(),
    period,
    unit: asked.unit,
    service: undefined,
    locale: 'id',
  });
  if (!file || 'refused' in file) throw new Error(file?.refused);
  return file;
};
const bytesOf = ({ files }: Awaited<ReturnType<typeof made>>) => Buffer.from(files[0]?.bytes ?? []);

type Row = { [column: string]: string };
const sheet = async (kind: 'training' | 'competence', period: string, unit?: string): Promise<Row[]> =>
  parse(bytesOf(await made(kind, 'csv', { period, ...(unit && { unit }) })), { bom: true, columns: true });

describe('an operator who exports training', () => {
  test('gets each certificate of the period by unit, name and day, whatever became of it', async () => {
    const rows = await sheet('training', '2026');
    expect(Object.keys(rows[0] ?? {}).join(' ')).toBe(contract);
    expect(bytesOf(await made('training', 'csv', { period: '2026' })).toString()).toMatch(/^\ufeffnip,name,/);
    expect(rows.map(({ name, jp, verified }) => [name, jp, verified])).toEqual([
      ['Lama Contoh', '1.00', 'true'],
      ['Budi Contoh', '30.00', 'true'],
      ['Budi Contoh', '6.00', 'false'],
      ['Wati Contoh', '12.50', 'true'],
      ['Wati Contoh', '8.00', 'false'],
    ]);
    expect(rows[3]).toEqual({
      nip: wati,
      name: 'Wati Contoh',
      unit: 'uji-1',
      training: 'Bimtek Arsip',
      form: 'bimtek',
      provider: 'Badan Contoh',
      jp: '12.50',
      certificate_number: 'STTPP/1250',
      certificate_date: '2026-03-02',
      year: '2026',
      verified: 'true',
    });
    expect(rows[4]?.training).toBe("'=1+1");
    expect(rows[0]?.form).toBe('');
  });

  test('gets those of the days that were asked for, of a unit and what is below it', async () => {
    expect(await sheet('training', '2025-12-31..2026-01-31')).toHaveLength(2);
    expect((await sheet('training', '2026', 'uji')).map(({ unit }) => unit)).toEqual([
      'uji',
      'uji',
      'uji-1',
      'uji-1',
    ]);
    expect(await sheet('training', '2024')).toEqual([]);
  });

  test('as a workbook finds typed cells, a header that stays, and what each person still owes', async () => {
    const run = await place.run(
      'pendopo',
      'export training --period 2026-Q1 --unit uji --format xlsx --out latihan.xlsx',
    );
    expect(run).toMatchObject({ code: 0, out: 'Written: latihan.xlsx\n', err: '' });
    const bytes = await readFile(join(place.folder, 'latihan.xlsx'));
    const [list, sums, ...others] = await readWorkbook(bytes);
    expect([list?.sheet, sums?.sheet, others]).toEqual(['Sertifikat', 'Ringkasan', []]);
    expect(list?.data[0]?.join(' ')).toBe(contract);
    expect(list?.data[3]).toEqual([
      wati,
      'Wati Contoh',
      'uji-1',
      'Bimtek Arsip',
      'bimtek',
      'Badan Contoh',
      12.5,
      'STTPP/1250',
      new Date('2026-03-02T00:00:00Z'),
      2026,
      true,
    ]);
    expect(sums?.data).toEqual([
      'nip name unit unit_name kind year jp_verified jp_waiting jp_target jp_missing jp_ceiling jp_above'.split(
        ' ',
      ),
      [budi, 'Budi Contoh', 'uji', 'Dinas Uji', 'pppk', 2026, 30, 0, null, null, 24, 6],
      [wati, 'Wati Contoh', 'uji-1', 'Bidang Uji', 'pns', 2026, 12.5, 8, 20, 7.5, null, null],
    ]);
    const files = unzipped(bytes);
    for (const number of [1, 2])
      expect(files.get(`xl/worksheets/sheet${number}.xml`)).toMatch(
        /<pane [^>]*ySplit="1"[^>]*state="frozen"/,
      );
    expect(files.get('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"');
    expect([...files.values()].join('')).not.toContain('<f>');
  });

  test('over New Year finds each year summed up for itself, by the date of the certificate', async () => {
    const asked = { period: '2025-12-31..2026-01-01', unit: 'uji-1' };
    const [list, sums] = await readWorkbook(bytesOf(await made('training', 'xlsx', asked)));
    expect(list?.data).toHaveLength(2);
    expect(sums?.data.slice(1).map((row) => row.slice(5, 10))).toEqual([
      [2025, 20, 0, 20, 0],
      [2026, 12.5, 8, 20, 7.5],
    ]);
  });

  test('for another program gets numbers as numbers', async () => {
    expect((await made('training', 'csv', { period: '2026-03' })).data).toEqual([
      expect.objectContaining({ jp: 12.5, year: 2026, verified: true }),
    ]);
  });
});

describe('an operator who exports competence', () => {
  test('sees which parts of the index each ASN has, and the points', async () => {
    const rows = await sheet('competence', '2026');
    const mine = rows.filter(({ nip = '' }) => [wati, budi, cici, gone].includes(nip));
    expect(mine).toEqual([
      {
        nip: budi,
        name: 'Budi Contoh',
        unit: 'uji',
        position: 'Pranata Komputer Ahli Pertama',
        group: 'fungsional',
        year: '2026',
        leadership_points: '',
        leadership_fulfilled: '',
        functional_points: '15.00',
        functional_fulfilled: 'false',
        technical_points: '15.00',
        technical_fulfilled: 'true',
        seminar_points: '10.00',
        seminar_fulfilled: 'false',
        total: '15.00',
      },
      expect.objectContaining({
        name: 'Wati Contoh',
        group: 'struktural',
        leadership_fulfilled: 'true',
        technical_fulfilled: 'false',
        total: '15.00',
      }),
    ]);
  });

  test('sees other points once the agency has set them', async () => {
    const decided = await place.run(
      'pendopo',
      'setting ip-asn.part.technical forms:teknis+bimtek,jp:10,years:1',
    );
    expect(decided).toMatchObject({ code: 0, err: '' });
    await house.hall.refresh();
    const [only] = await readWorkbook(
      bytesOf(await made('competence', 'xlsx', { period: '2026', unit: 'uji-1' })),
    );
    expect(only?.sheet).toBe('Kompetensi 2026');
    expect(only?.data[1]?.slice(6)).toEqual([15, true, null, null, 15, true, 10, false, 30]);
  });
});

test.each([
  ['competence --period 2026-Q1', 'Competence is reckoned by the year'],
  ['training --service kk', 'Training is of people'],
])('"%s" is refused with a reason', async (words, reason) => {
  expect(await place.run('pendopo', `export ${words}`)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining(reason),
  });
});
