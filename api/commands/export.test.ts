import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeriod } from '../../bot/domain/skm/survey-period.ts';
import { exportKinds } from '../exports/index.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { plantForms, plantServices } from '../testing/survey-forms.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

/** As the contract lists them. */
const contract =
  'unit service period respondents needed ikm grade persyaratan prosedur waktu biaya produk kompetensi perilaku pengaduan sarana';
const further = 'unit_name service_name weight respondents_unflagged ikm_unflagged';

let house: TestHall;
let place: Workplace;
const sql = () => house.hall.database.sql;
beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
  await plantServices(sql(), house.hall.city().units);
  await plantForms(sql(), {
    unit: office,
    service: 'kk',
    counted: '2026-11-10',
    shown: '2026-11-11',
    answers: ['333333333', '43-333333', '3333333-1'],
  });
  await plantForms(sql(), {
    unit: office,
    service: 'ktp-baru',
    counted: '2026-10-10',
    shown: null,
    flags: ['burst'],
    answers: ['444444444'],
  });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const office = 'disdukcapil';
type Row = { [column: string]: string };
const sheet = async (words: string): Promise<Row[]> => {
  const { code, out, err } = await place.run('pendopo', `export ${words}`);
  expect([code, err]).toEqual([0, '']);
  return parse(out, { bom: true, columns: true });
};
const ofService = (rows: readonly Row[], service: string) =>
  rows.find((row) => row.unit === office && row.service === service);

describe('an operator who exports the survey', () => {
  test('gets a row for each office and each of its services, as the contract lists them', async () => {
    const { out } = await place.run('pendopo', 'export skm --period 2026 --format csv');
    expect(out.startsWith('\ufeffunit,service,')).toBe(true);
    const rows = await sheet('skm --period 2026 --format csv');
    expect(Object.keys(rows[0] ?? {}).join(' ')).toBe(`${contract} ${further}`);
    expect(ofService(rows, 'kk')).toMatchObject({
      period: '2026',
      respondents: '3',
      needed: expect.stringMatching(/^\d+$/),
      ikm: '74.07',
      grade: 'C',
      persyaratan: '3.333',
      waktu: '3.000',
      pengaduan: '3.000',
      sarana: '2.333',
      service_name: expect.stringContaining('Kartu Keluarga'),
      weight: 'exact',
      respondents_unflagged: '3',
      ikm_unflagged: '74.07',
    });
    expect(ofService(rows, 'ktp-baru')).toMatchObject({
      respondents: '1',
      ikm: '100.00',
      grade: 'A',
      respondents_unflagged: '0',
      ikm_unflagged: '',
    });
    expect(ofService(rows, '')).toMatchObject({
      respondents: '4',
      respondents_unflagged: '3',
      service_name: '',
    });
    const services = await sql()`select 1 from service`;
    const offices = await sql()`select distinct unit_code from service`;
    expect(rows).toHaveLength(services.length + offices.length);
    const empty = rows.find(({ respondents }) => respondents === '0');
    expect(empty).toMatchObject({ ikm: '', grade: '', persyaratan: '' });
  });

  test.each([
    ['2026-11', 3],
    ['2026-Q4', 4],
    ['2026-S2', 4],
    ['2026-S1', 0],
    ['2026-10-01..2026-10-10', 1],
    ['2026-10-11..2026-10-31', 0],
  ])('of one office in the period %s, %s people', async (name, respondents) => {
    const period = readPeriod(name);
    if ('refused' in period) throw new Error(period.refused);
    const { city, clock } = house.hall;
    const made = await exportKinds.skm?.formats.csv?.({
      runner: sql(),
      city: city(),
      now: clock.now(),
      period,
      unit: office,
      service: undefined,
      locale: 'id',
    });
    const data = made && 'data' in made ? (made.data as { [column: string]: unknown }[]) : [];
    expect(data.find(({ service }) => service === '')).toMatchObject({ period: name, respondents });
    expect(data.every(({ unit }) => unit === office)).toBe(true);
  });

  test('of the running year where no period was said', async () => {
    const year = String(house.hall.clock.now().getFullYear());
    const rows = await sheet('skm');
    expect(rows.every(({ period }) => period === year)).toBe(true);
  });

  test('as a workbook finds numbers, words and a header in it', async () => {
    await sql()`update service set name = '=HYPERLINK("https://evil.example")' where code = 'kk'`;
    const made = await place.run('pendopo', 'export skm --period 2026-11 --format xlsx --out hasil.xlsx');
    expect(made).toMatchObject({ code: 0, out: 'Written: hasil.xlsx\n', err: '' });
    const [header = [], ...rows] = await readSheet(await readFile(join(place.folder, 'hasil.xlsx')), 1);
    expect(header.join(' ')).toBe(`${contract} ${further}`);
    const at = (name: string) => header.indexOf(name);
    const kk = rows.find((row) => row[at('service')] === 'kk') ?? [];
    expect(kk[at('ikm')]).toBe(74.07);
    expect(kk[at('respondents')]).toBe(3);
    expect(kk[at('sarana')]).toBe(2.333);
    expect(kk[at('grade')]).toBe('C');
    expect(kk[at('period')]).toBe('2026-11');
    expect(kk[at('service_name')]).toBe('\'=HYPERLINK("https://evil.example")');
  });

  test('for another program gets the same as objects, numbers as numbers', async () => {
    const { out } = await place.run('pendopo', `export skm --period 2026-11 --unit ${office} --json`);
    const rows = JSON.parse(out) as { [column: string]: unknown }[];
    expect(rows.find(({ service }) => service === 'kk')).toMatchObject({
      respondents: 3,
      ikm: 74.07,
      sarana: 2.333,
    });
    expect(rows.find(({ service }) => service === 'ktp-baru')).toMatchObject({
      respondents: 0,
      ikm: null,
      grade: null,
    });
  });

  test('through a pipe gets the very bytes of the workbook', async () => {
    const piped = await place.run('pendopo', `export skm --unit ${office} --format xlsx`);
    expect(piped).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^PK/) });
  });

  test('into a folder that is there finds a file with a name of its own', async () => {
    await place.run('pendopo', `export skm --period 2026-11 --out hasil/`);
    expect((await stat(join(place.folder, 'hasil/skm-2026-11.csv'))).size).toBeGreaterThan(100);
  });

  test.each([
    ['skm --unit nowhere', 'There is no office nowhere'],
    ['skm --service nothing', 'There is no service nothing'],
    ['skm --out nowhere/skm.csv', 'could not be written: there is no such folder'],
    ['skm --format xlsx --out hasil.xlsx/skm.xlsx', 'could not be written.'],
  ])('"%s" is refused with a reason', async (words, reason) => {
    expect(await place.run('pendopo', `export ${words}`)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(reason),
    });
  });
});
