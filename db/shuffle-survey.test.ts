import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyForm } from '../bot/domain/skm/survey-form.ts';
import type { City } from '../bot/ports.ts';
import { connect, type Database } from './database.ts';
import { loadCity } from './reads/city.ts';
import { ratable } from './reads/ratable.ts';
import { surveyFigure } from './reads/skm-figure.ts';
import { talliesBetween } from './reads/skm-tallies.ts';
import { service } from './schema/index.ts';
import { createSeal } from './sealed.ts';
import { serviceRows } from './seed/demo/service-rows.ts';
import { seedCity } from './seed/index.ts';
import { shuffleSurvey } from './shuffle-survey.ts';
import { rateService } from './stores/rate-service.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const seal = createSeal(Buffer.alloc(32, 9));
const noon = (day: string) => new Date(`${day}T12:00:00+07:00`);
const night = (day: string) => new Date(`${day}T02:10:00+07:00`);
const all = (answer: 1 | 2 | 3 | 4): SurveyForm['answers'] => ({
  persyaratan: answer,
  prosedur: answer,
  waktu: answer,
  biaya: answer,
  produk: answer,
  kompetensi: answer,
  perilaku: answer,
  pengaduan: answer,
  sarana: answer,
});

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

const person = async (): Promise<number> => {
  const [made] = await own.sql<{ id: number }[]>`insert into contact (key, channel, account, address)
    values (uuid_send(gen_random_uuid()), 'telegram', 'bot', '\\x00') returning id::int`;
  return made?.id ?? 0;
};

const rate = (contact: number, day: string, form: SurveyForm, code = 'ktp-baru') =>
  database.sql.begin((tx) =>
    rateService(tx, seal, city, { id: contact }, { do: 'skm.rate', service: code, form }, noon(day)),
  );

const month = { from: '2026-11-01', until: '2026-11-30' } as const;
const counted = async (code: string) =>
  (await talliesBetween(database.sql, { by: 'counted', ...month, service: code })).reduce(
    (sum, { tally }) => sum + tally.respondents,
    0,
  );

describe('the urn', () => {
  test('counts a form the night after, once a person and survey period', async () => {
    const ani = await person();
    await rate(ani, '2026-11-10', { answers: all(3), respondent: { sex: 'P' } });
    await expect(rate(ani, '2026-11-11', { answers: all(1), respondent: {} })).rejects.toThrow('overtaken');
    expect(
      await ratable(database.sql, seal, city, { code: 'ktp-baru', contact: ani, now: noon('2026-11-11') }),
    ).toMatchObject({
      rated: true,
      ratedQuickly: false,
      own: false,
    });
    expect(await shuffleSurvey(database, seal, city, night('2026-11-10'))).toBe(0);
    expect(await counted('ktp-baru')).toBe(0);
    expect(await shuffleSurvey(database, seal, city, night('2026-11-11'))).toBe(1);
    expect(await shuffleSurvey(database, seal, city, night('2026-11-11'))).toBe(0);
    expect(await counted('ktp-baru')).toBe(1);
    await rate(ani, '2026-12-01', { answers: all(2), respondent: {} });
    await own.sql`delete from skm_urn`;
  });

  test('shows nothing before five, then moves by five at least', async () => {
    const figure = () => surveyFigure(database.sql, city, 'kk', noon('2026-11-20'));
    for (let n = 0; n < 4; n += 1)
      await rate(await person(), '2026-11-12', { answers: all(3), respondent: {} }, 'kk');
    await shuffleSurvey(database, seal, city, night('2026-11-13'));
    expect(await figure()).toBeNull();
    await rate(await person(), '2026-11-16', { answers: all(4), respondent: {} }, 'kk');
    await shuffleSurvey(database, seal, city, night('2026-11-17'));
    expect(await figure()).toEqual({ ikm: '80.00', grade: 'B', respondents: 5, on: '2026-11-16' });
    await rate(await person(), '2026-11-17', { answers: all(1), respondent: {} }, 'kk');
    await shuffleSurvey(database, seal, city, night('2026-11-18'));
    expect((await figure())?.respondents).toBe(5);
    expect(await counted('kk')).toBe(6);
    const same =
      await own.sql`select count(*)::int as nights from (select distinct xmin::text from skm_answer where shown_on is null) x`;
    expect(same[0]?.nights).toBe(1);
  });

  test('keeps the tally of what goes by age', async () => {
    const before = await talliesBetween(database.sql, { by: 'counted', ...month });
    const rules = (await import('./retention/of-survey.ts')).ofSurvey;
    const rule = rules.find(({ table }) => table === 'skm_answer');
    const gone = await rule?.take(database.sql, { before: '2032-01-01T00:00:00Z', most: 1000 }, seal);
    expect(gone).toBeGreaterThan(5);
    expect(await own.sql`select 1 from skm_answer`).toHaveLength(0);
    expect(await talliesBetween(database.sql, { by: 'counted', ...month })).toEqual(before);
  });
});
