import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unitFor } from '../../bot/domain/agency.ts';
import { seedCalendar, seedCategories, seedRegions } from '../../bot/domain/fixtures/seed.ts';
import { unknownBlanks } from '../../bot/domain/template.ts';
import { connect, type Database } from '../database.ts';
import { loadCity, NoCity } from '../reads/city.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import type { CitySeed } from './data/types.ts';
import { cityNames, OtherAgency, seedCity } from './index.ts';

const publicUrl = 'https://sapa.example';
const tables =
  'agency unit category_group category deadline synonym region holiday template learning_module team_case'.split(
    ' ',
  );

/** Every row of every seeded table with its version: a rewritten row counts as a change, even to the same values. */
const everyRow = ({ sql }: Database) =>
  Promise.all(tables.map((table) => sql`select xmin::text, t.* from ${sql(table)} t order by 2, 3`));

describe.each([
  ['salatiga', '33.73', 25, 28],
  ['sawahlunto', '13.73', 22, 42],
  ['pematangsiantar', '12.72', 28, 62],
  ['lebong', '17.07', 33, 117],
] as const)('%s', (name, code, units, regions) => {
  const seed: CitySeed = JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8'));
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await testDatabase();
    database = connect(own.url);
  });
  afterAll(async () => {
    await database.close();
    await own.drop();
  });

  test('is asked for in one sentence while the database serves nobody', async () => {
    await expect(loadCity(database, { publicUrl })).rejects.toThrow(NoCity);
  });

  test('is loaded, part by part, into an empty database', async () => {
    const told: string[] = [];
    await seedCity(database, name, { progress: (part, rows) => told.push(`${part} ${rows}`) });
    expect(told).toEqual([
      `offices ${units}`,
      'categories 29',
      `regions ${regions}`,
      'holidays 51',
      'modules 5',
    ]);
  });

  test('is read back as its data say', async () => {
    const city = await loadCity(database, { publicUrl });
    expect(city.agency).toEqual({
      name: seed.agency.name,
      service: seed.agency.serviceName,
      prefix: seed.agency.prefix,
      zone: 'Asia/Jakarta',
      locales: seed.agency.languages,
      region: code,
      settings: {
        contact: seed.agency.contact,
        officeHours: seed.agency.officeHours,
        inspektorat: seed.agency.inspektorat,
        emergency: seed.emergency,
        emergencyText: seed.emergencyText,
        ombudsman: seed.ombudsman,
        notOurAuthority: seed.notOurAuthority,
      },
    });
    expect(city.publicUrl).toBe(publicUrl);
    expect(city.units).toHaveLength(units);
    expect(city.calendar).toEqual(seedCalendar());
    expect(city.regions).toEqual(seedRegions(code));
    expect(city.regions).toHaveLength(regions);
  });

  test('has the categories in the order of their list, with the clocks', async () => {
    const { categories, deadlines } = seedCategories();
    const city = await loadCity(database, { publicUrl });
    expect(city.categories.map(({ key }) => key)).toEqual(categories.map(({ key }) => key));
    expect(categories).toMatchObject(city.categories);
    expect(city.groups).toHaveLength(7);
    expect(new Set(city.deadlines)).toEqual(new Set(deadlines));
  });

  test('has an office for every category, in each kecamatan its own', async () => {
    const { categories, units: offices, regions: places } = await loadCity(database, { publicUrl });
    for (const category of categories) {
      for (const { code: place, level } of places.filter((one) => one.level !== 'kabkota')) {
        const office = unitFor(category, offices, place);
        expect(office.handles, `${category.key} in ${place}, a ${level}`).toContain(category.office);
      }
    }
  });

  test('has sentences for officers in every shape of an answer, whose blanks can all be filled', async () => {
    const rows = await database.sql`select label, shape, words, unit_code from template order by sort`;
    expect(rows.map(({ shape }) => shape)).toEqual([
      'done',
      'done',
      'planned',
      'planned',
      'cannot',
      'cannot',
    ]);
    for (const { label, words, unit_code } of rows) {
      expect([label.length <= 20, unknownBlanks(words), unit_code], label).toEqual([true, [], null]);
    }
  });

  test('changes nothing when it is loaded again', async () => {
    const before = await everyRow(database);
    await seedCity(database, name);
    expect(await everyRow(database)).toEqual(before);
  });

  test('keeps what the operator changed and added', async () => {
    const { sql } = database;
    await sql`update unit set phone = '0999-000999' where code = 'setda'`;
    await sql`insert into holiday values ('2028-02-29', 'Hari jadi', 'daerah')`;
    await sql`delete from category where key = 'lainnya'`;
    await seedCity(database, name);
    expect([...(await sql`select phone from unit where code = 'setda'`)]).toEqual([{ phone: '0999-000999' }]);
    const { calendar, categories } = await loadCity(database, { publicUrl });
    expect(calendar.holidays.has('2028-02-29')).toBe(true);
    expect(calendar.coveredUntil).toBe('2027-12-31');
    expect(categories).toHaveLength(29);
  });

  test('does not give way to another city', async () => {
    const before = await everyRow(database);
    for (const other of cityNames.filter((one) => one !== name)) {
      const refused = seedCity(database, other);
      await expect(refused).rejects.toThrow(OtherAgency);
      await expect(refused).rejects.toThrow(`this database serves ${seed.agency.name}; load`);
    }
    expect(await everyRow(database)).toEqual(before);
  });
});

test('is loaded once when two processes start together', async () => {
  const own = await testDatabase();
  const [one, two] = [connect(own.url), connect(own.url)];
  try {
    await Promise.all([seedCity(one, 'salatiga'), seedCity(two, 'salatiga')]);
    expect((await loadCity(one, { publicUrl })).units).toHaveLength(25);
  } finally {
    await Promise.all([one.close(), two.close()]);
    await own.drop();
  }
});

test('an office that the city names itself is the one that answers', async () => {
  const own = await testDatabase();
  const database = connect(own.url);
  try {
    await seedCity(database, 'salatiga');
    await database.sql`update category set unit_code = 'dinas_lh' where key = 'drainase'`;
    const { categories, units } = await loadCity(database, { publicUrl });
    const drains = categories.find(({ key }) => key === 'drainase');
    expect(drains && unitFor(drains, units).code).toBe('dinas_lh');
  } finally {
    await database.close();
    await own.drop();
  }
});
