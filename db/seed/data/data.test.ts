import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CategoriesSeed, CitySeed, SynonymsSeed } from './types.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const json = <T>(name: string): T => JSON.parse(read(name));
const rows = (name: string) =>
  read(name)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

const { categories, groups, deadlines, notOurAuthority } = json<CategoriesSeed>('categories.json');
const holidays = rows('holidays.csv').map(([date = '', weekday = '', name = '', kind = '']) => ({
  date,
  weekday,
  name,
  kind,
}));
const regions = rows('regions.csv').map(([code = '', name = '', level = '', ...numbers]) => ({
  code,
  name,
  level,
  numbers: numbers.map(Number),
}));

describe('the holidays', () => {
  test.each([
    ['2026', 17, 8],
    ['2027', 18, 8],
  ])('of %s are %i national ones and %i cuti bersama', (year, national, joint) => {
    const of = (kind: string) => holidays.filter((day) => day.date.startsWith(year) && day.kind === kind);
    expect(of('libur_nasional')).toHaveLength(national);
    expect(of('cuti_bersama')).toHaveLength(joint);
  });

  test('carry the right weekday', () => {
    const names = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
    for (const { date, weekday, name } of holidays) {
      expect(weekday, `${date} ${name}`).toBe(names[new Date(`${date}T00:00:00Z`).getUTCDay()]);
    }
  });

  test('are each listed once and in order', () => {
    const days = holidays.map(({ date }) => date);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days).toHaveLength(51);
  });
});

describe('the regions', () => {
  const codes = new Set(regions.map(({ code }) => code));

  test('are 249, each once', () => {
    expect(regions).toHaveLength(249);
    expect(codes.size).toBe(249);
  });

  test('have a parent, but for the four at the top', () => {
    const orphans = regions.filter(({ code }) => !codes.has(code.slice(0, code.lastIndexOf('.'))));
    expect(orphans.map(({ code }) => code)).toEqual(['33.73', '13.73', '12.72', '17.07']);
    expect(orphans.every(({ level }) => level === 'kabkota')).toBe(true);
  });

  test('call themselves what their code says', () => {
    for (const { code, level } of regions) {
      const last = code.split('.').at(3);
      const said = last?.startsWith('1') ? 'kelurahan' : 'desa';
      expect(level, code).toBe(last ? said : code.length === 8 ? 'kecamatan' : 'kabkota');
    }
  });

  test('have their centre inside their box', () => {
    for (const { code, numbers } of regions) {
      const [lat = NaN, lng = NaN, minLat = NaN, maxLat = NaN, minLng = NaN, maxLng = NaN] = numbers;
      expect(minLat <= lat && lat <= maxLat && minLng <= lng && lng <= maxLng, code).toBe(true);
    }
  });
});

describe('the categories', () => {
  test('are 29 in 7 groups that fit a list of ten rows', () => {
    expect(categories).toHaveLength(29);
    expect(groups).toHaveLength(7);
    for (const { key } of groups) {
      const within = categories.filter(({ group }) => group === key).length;
      expect(within, key).toBeGreaterThan(0);
      expect(within, key).toBeLessThanOrEqual(8);
    }
  });

  test('have labels that a list row can hold', () => {
    for (const { label } of [...categories, ...groups, ...notOurAuthority]) {
      expect(label.length, label).toBeLessThanOrEqual(24);
    }
  });

  test('take 60 working days when, and only when, they are sensitive', () => {
    for (const { key, sensitive, deadlineWorkingDays } of categories) {
      expect(deadlineWorkingDays, key).toBe(sensitive === 'none' ? 14 : 60);
    }
  });
});

test('twenty clocks, each with the text it stems from', () => {
  expect(deadlines).toHaveLength(20);
  expect(deadlines.filter(({ legalReference }) => legalReference === '')).toEqual([]);
});

test('at least forty synonyms, none said twice', () => {
  const said = json<SynonymsSeed>('synonyms.json').synonyms.map(({ say }) => say);
  expect(said.length).toBeGreaterThanOrEqual(40);
  expect(new Set(said).size).toBe(said.length);
});

describe.each([
  ['salatiga', 'SLT', 'id,jv,en', 'Salatiga'],
  ['sawahlunto', 'SWL', 'id,min,en', 'Sawahlunto'],
  ['pematangsiantar', 'PMS', 'id,en', 'Pematangsiantar'],
  ['lebong', 'LBG', 'id,en', 'Tubei'],
])('%s', (file, prefix, languages, seat) => {
  const city = json<CitySeed>(`${file}.json`);
  const kecamatan = regions.filter(
    ({ code, level }) => level === 'kecamatan' && code.startsWith(`${city.agency.regionCode}.`),
  );

  test('has its prefix, languages and seat, and says that it is an example', () => {
    expect(city.agency).toMatchObject({ prefix, seat, demo: true, zone: 'Asia/Jakarta' });
    expect(city.agency.languages.join()).toBe(languages);
    expect(regions.some(({ code }) => code === city.agency.regionCode)).toBe(true);
  });

  test.each(categories)('sends $key to an office of its own', ({ office }) => {
    const offices = city.offices.filter(({ handles }) => handles.includes(office));
    expect(offices).toHaveLength(office === 'kecamatan' ? kecamatan.length : 1);
  });

  test('has one office for every kecamatan', () => {
    const held = city.offices.filter(({ region }) => region !== null).map(({ region }) => region);
    expect(held).toEqual(kecamatan.map(({ code }) => code));
  });

  test('names no office twice and handles nothing that no category asks for', () => {
    const asked = new Set(categories.map(({ office }) => office));
    expect(new Set(city.offices.map(({ code }) => code)).size).toBe(city.offices.length);
    expect(city.offices.flatMap(({ handles }) => handles).filter((kind) => !asked.has(kind))).toEqual([]);
  });

  test('holds only contacts that reach nobody', () => {
    const phones = [
      city.agency.contact.phone,
      city.emergencyText.address,
      ...city.offices.map(({ phone }) => phone),
    ];
    for (const phone of phones) expect(phone).toMatch(/^0\d{3}-000\d{3}$/);
    expect(city.agency.contact.email).toMatch(/\.example$/);
    expect(city.agency.contact.website).toMatch(/\.example$/);
  });

  test('knows the numbers for danger, other bodies, the Ombudsman and its Inspektorat', () => {
    expect(city.emergency.map(({ key }) => key)).toEqual([
      'darurat',
      'polisi',
      'pemadam',
      'ambulans',
      'sapa',
    ]);
    expect(city.notOurAuthority.map(({ key }) => key)).toEqual(notOurAuthority.map(({ key }) => key));
    expect(city.ombudsman.phone).toBe('137');
    expect(city.offices.some(({ name }) => name === city.agency.inspektorat)).toBe(true);
  });
});
