import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '../../bot/ports.ts';
import { connect, type Database } from '../database.ts';
import { service } from '../schema/index.ts';
import { serviceRows } from '../seed/demo/service-rows.ts';
import { seedCity } from '../seed/index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { loadCity } from './city.ts';
import { serviceOffices, servicesLike, servicesOf, serviceView } from './services.ts';

let own: TestDatabase;
let database: Database;
let city: City;

beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
  await seedCity(database, 'salatiga');
  city = await loadCity(database, { publicUrl: '' });
  await database.db.insert(service).values(serviceRows(city.units));
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const like = async (typed: string) =>
  (await servicesLike(database.sql, city, typed)).lines.map(({ code }) => code);

describe('services are found', () => {
  test.each([
    ['ktp baru', 'ktp-baru'],
    ['e-ktp hilang', 'ktp-ganti'],
    ['cara bikin akte kelahiran', 'akta-lahir'],
    ['kartu keluarga', 'kk'],
    ['KK', 'kk'],
    ['mau urus surat pindah', 'pindah'],
    ['iumk', 'nib'],
    ['izin usaha', 'nib'],
    ['imb', 'pbg'],
    ['pajak bumi', 'pbb-mutasi'],
    ['pbb', 'pbb-mutasi'],
    ['surat tidak mampu', 'sktm'],
    ['rujukan', 'rujukan'],
    ['imunisasi anak', 'imunisasi'],
    ['ppdb', 'spmb'],
    ['pdam', 'sambungan-air'],
    ['sambungan air', 'sambungan-air'],
    ['kartu kuning', 'kartu-kuning'],
    ['imunsiasi', 'imunisasi'],
    ['perekaman tingkir', 'rekam-ktp-tingkir'],
    ['DPMPTSP', 'nib'],
    ['SKTM', 'sktm'],
  ])('%s: %s', async (typed, code) => {
    expect((await like(typed))[0]).toBe(code);
  });

  test.each([
    ['ktp-baru', true],
    ['imunisasi', true],
    ['imunisasi gajah', false],
    ['imunsiasi', false],
    ['bansos', false],
    ['pemakaman', false],
  ])('%s: surely meant, %s', async (typed, sure) => {
    expect((await servicesLike(database.sql, city, typed)).sure).toBe(sure);
  });

  test.each(['paspor', 'sim', 'skck', 'sertifikat', 'pernikahan', 'beasiswa', 'damkar'])(
    'none for %s, which nobody here gives',
    async (typed) => {
      expect(await like(typed)).toEqual([]);
    },
  );

  test('by their whole name, each of them first', async () => {
    for (const { code, name } of serviceRows(city.units).filter((one) => !one.code.startsWith('rekam')))
      expect((await like(name))[0], name).toBe(code);
  });

  test('nine at most, and none where nothing is meant', async () => {
    expect((await like('kartu surat akta')).length).toBe(9);
    expect(await like('xyzzy plugh')).toEqual([]);
    expect(await like('…')).toEqual([]);
    expect(await like(`'); drop table service; --`)).not.toContain('drop');
    expect(await like('a & b | !c :* <->')).toEqual([]);
  });

  test('and no more once they are no longer given', async () => {
    await own.sql`update service set active = false where code = 'nib'`;
    expect(await like('iumk')).toEqual([]);
    expect(await serviceView(database.sql, 'nib')).toBeNull();
    expect((await serviceOffices(database.sql)).map(({ code }) => code)).not.toContain('dpmptsp');
    await own.sql`update service set active = true where code = 'nib'`;
    expect((await serviceOffices(database.sql)).map(({ code }) => code)).toContain('dpmptsp');
  });

  test('among thousands in time for an answer', async () => {
    await own.sql`insert into service (code, unit_code, name, product)
      select 'ribuan-' || n, 'setda', 'Surat rekomendasi kegiatan nomor ' || n, 'Surat rekomendasi' from generate_series(1, 3000) n`;
    const took = async (typed: string) => {
      await like(typed);
      const before = performance.now();
      const [first] = await like(typed);
      return { first, ms: performance.now() - before };
    };
    const said = [await took('akta kelahiran'), await took('imunsiasi')];
    expect(said.map(({ first }) => first)).toEqual(['akta-lahir', 'imunisasi']);
    // Far above what it takes, for a busy machine; without a bound nobody would notice seconds.
    expect(Math.max(...said.map(({ ms }) => ms))).toBeLessThan(1000);
    await own.sql`delete from service where code like 'ribuan-%'`;
  });
});

test('an office has its services by name, and a card names where it is heard', async () => {
  expect((await servicesOf(database.sql, 'dinas_kesehatan')).map(({ code }) => code)).toEqual([
    'imunisasi',
    'rujukan',
  ]);
  expect(await serviceView(database.sql, 'sktm')).toMatchObject({
    unit: 'Dinas Sosial',
    requirements: ['Surat pengantar RT/RW dan kelurahan atau desa', 'Kartu Keluarga (KK)', 'KTP-el'],
    phone: '0298-000108',
    address: null,
  });
});
