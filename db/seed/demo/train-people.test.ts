import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../bot/domain/local-date.ts';
import { decide } from '../../../bot/domain/reminding/decide.ts';
import { itemsOf } from '../../../bot/domain/reminding/items-of.ts';
import { startOfDay } from '../../../bot/domain/reminding/office-days.ts';
import { nextWriting } from '../../../bot/domain/reminding/writing-hours.ts';
import { certificateFaults } from '../../../bot/domain/training/certificate.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import { yearStanding } from '../../../bot/domain/training/year-standing.ts';
import { connect, type Database } from '../../database.ts';
import { loadCity } from '../../reads/city.ts';
import { readCatalogue } from '../../reads/training/catalogue.ts';
import { readTrainingRecords } from '../../reads/training/records.ts';
import { testDatabase } from '../../testing.ts';
import { cityNames, seedCity } from '../index.ts';
import { imagineLearning } from './imagine-learning.ts';
import { seedDemo } from './index.ts';
import { imagineStaff } from './staff.ts';
import { type DemoHall, demoHall, seal, until } from './testing.ts';
import { trainingRows } from './training-rows.ts';

let hall: DemoHall;
beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

/** Everybody of the demo as far as learning goes, known here since that day. */
const recordsOf = async ({ sql: runner }: Pick<Database, 'sql'>, day: Date) => {
  const city = await loadCity({ sql: runner }, { publicUrl: '' });
  const catalogue = await readCatalogue(runner);
  const all = await runner<{ id: number }[]>`select id::int as id from employee order by id`;
  const found = await readTrainingRecords(runner, city, { employees: all.map(({ id }) => id), catalogue });
  const since = localDate(day, city.agency.zone);
  return { city, catalogue, records: found.map((one) => ({ ...one, since })) };
};

describe('the trainings of the demo', () => {
  test('are of many forms and providers, some paid by a sponsor, some a duty, some full, past and to come', async () => {
    const rows = await hall.sql<
      { form: string; provider: string; sponsor: string | null; owed: boolean; starts: string | null }[]
    >`select form, provider, sponsor, cardinality(mandatory_units) + cardinality(mandatory_groups) > 0 as owed, starts_on::text as starts from training`;
    const forms = new Set(rows.map(({ form }) => form));
    expect(rows.length).toBeGreaterThanOrEqual(24);
    for (const form of ['seminar', 'workshop', 'bimtek', 'e_learning', 'coaching', 'mentoring', 'magang'])
      expect(forms).toContain(form);
    const providers = rows.map(({ provider }) => provider);
    expect(providers.some((one) => one.startsWith('Universitas'))).toBe(true);
    expect(providers.some((one) => one.startsWith('Badan Kepegawaian'))).toBe(true);
    expect(rows.filter(({ sponsor }) => sponsor).length).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ owed }) => owed).length).toBeGreaterThanOrEqual(3);
    expect(rows.filter(({ starts }) => starts && starts > '2026-11-20').length).toBeGreaterThanOrEqual(8);
    expect(rows.filter(({ starts }) => starts && starts < '2026-11-20').length).toBeGreaterThanOrEqual(8);
  });

  test('never have more people than seats, and a waiting list only where they are full', async () => {
    const rows = await hall.sql<{ code: string; quota: number | null; taken: number; waiting: number }[]>`
      select code, quota, count(*) filter (where state = 'registered')::int as taken, count(*) filter (where state = 'waiting')::int as waiting
      from training t left join enrolment e on e.training_code = t.code group by code`;
    for (const { code, quota, taken, waiting } of rows) {
      if (quota !== null) expect(taken, code).toBeLessThanOrEqual(quota);
      if (waiting > 0) expect(taken, code).toBe(quota);
    }
    expect(rows.filter(({ waiting }) => waiting > 0).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the people of the demo', () => {
  test('hold certificates that hold together, of two years, most of which count', async () => {
    const { records } = await recordsOf(hall.database, until);
    const all = records.flatMap(({ certificates }) => certificates);
    expect(all.length).toBeGreaterThan(200);
    for (const one of all) expect(certificateFaults(one, '2026-11-20'), one.title).toEqual([]);
    const share = (status: string) => all.filter((one) => one.status === status).length / all.length;
    expect(share('sah')).toBeGreaterThan(0.85);
    expect(share('menunggu')).toBeGreaterThan(0.01);
    expect(share('ditolak')).toBeGreaterThan(0);
    expect(all.map(({ date }) => date).toSorted()[0]).toMatch(/^2024-1[12]/);
    const late =
      await hall.sql`select 1 from certificate where sent_at > ${until} or judged_at > ${until} or judged_at < sent_at`;
    expect(late).toHaveLength(0);
  });

  test('have done all they owe, part of it, or little', async () => {
    const { city, records } = await recordsOf(hall.database, until);
    const done = records
      .filter(({ kind }) => kind === 'pns')
      .map(
        ({ certificates }) => yearStanding(certificates, 'pns', '2026-11-20', city.calendar).verified / 100,
      );
    expect(done.filter((jp) => jp >= 20).length).toBeGreaterThan(8);
    expect(done.filter((jp) => jp > 0 && jp < 20).length).toBeGreaterThan(20);
    expect(Math.min(...done)).toBeLessThan(5);
  });

  test('who handle street lamps have a colleague’s certificate to verify', async () => {
    const rows = await hall.sql`select 1 from certificate c join employee e on e.id = c.employee_id
      where e.unit_code = 'dinas_perhubungan' and c.status = 'menunggu' and 'officer' = any(e.roles)`;
    expect(rows.length).toBeGreaterThan(0);
  });

  test('answered about trainings in fives, and as many as are marked', async () => {
    const [counted] =
      await hall.sql`select count(*)::int as answers, (select count(*)::int from enrolment where reviewed) as people from training_review`;
    expect(counted?.answers).toBe(counted?.people);
    expect(counted?.answers).toBeGreaterThan(50);
  });

  test('learn the same each time, and once', async () => {
    const staff = imagineStaff(hall.city);
    const rows = trainingRows(hall.city, until);
    const imagine = () => imagineLearning(hall.city, staff, rows, until);
    expect(imagine()).toEqual(imagine());
    const all =
      () => hall.sql`select (select count(*) from training)::int as trainings, (select count(*) from enrolment)::int as enrolments,
      (select count(*) from certificate)::int as certificates, (select count(*) from personnel_date)::int as dates`;
    const before = await all();
    await seedDemo(hall.database, seal, { until: new Date('2027-01-12T03:00:00Z') });
    expect(await all()).toEqual(before);
  });
});

/** What everybody would be told in the first hour in which the office writes. */
const firstWords = async (database: Database, day: Date) => {
  const { city, catalogue, records } = await recordsOf(database, day);
  const { zone, settings: own } = city.agency;
  const settings = trainingOf(own);
  const office = { zone, calendar: city.calendar, hours: own.officeHours, seasons: settings.seasons };
  const now = nextWriting({ office, leave: [] }, day) ?? day;
  const today = localDate(now, zone);
  const facts = { catalogue, settings, calendar: city.calendar, touches: new Map(), asker: 'BKPSDM', today };
  const given = await database.sql<
    { employee: number; item: string; milestone: string; lane: 'day'; at: string }[]
  >`
    select employee_id::int as employee, item, milestone, lane, at::text from reminded`;
  expect(startOfDay(office, today).getTime()).toBeLessThanOrEqual(now.getTime());
  return records.map((record) => {
    const mine = given
      .filter(({ employee }) => employee === record.employee)
      .map((one) => ({ ...one, at: new Date(one.at) }));
    const decision = decide(
      { office, leave: [], items: itemsOf(record, facts), given: mine, stopped: false, talking: false },
      settings.milestones,
      now,
    );
    return decision.is === 'say' ? decision.say.length : 0;
  });
};

describe('in the first hour after the demo was loaded', () => {
  const friday = '2026-11-20T08:00:00Z';
  test.each([
    ...cityNames.map((city) => [city, 'on a Friday', friday] as const),
    ['salatiga', 'on the first working day of a year', '2027-01-04T02:00:00Z'],
    ['salatiga', 'on a Sunday', '2026-08-23T09:00:00Z'],
  ] as const)(
    'nobody in %s, %s, is told more than three things, most nothing; papers lie there that wait and were refused',
    async (name, _, moment) => {
      const own = await testDatabase();
      const database = connect(own.url);
      try {
        await seedCity(database, name);
        await seedDemo(database, seal, { until: new Date(moment) });
        const said = await firstWords(database, new Date(moment));
        expect(said.length).toBeGreaterThan(50);
        const stands = await own.sql`select distinct status from certificate order by status`;
        expect(stands.map(({ status }) => status)).toEqual(['ditolak', 'menunggu', 'sah']);
        expect(Math.max(...said)).toBeLessThanOrEqual(3);
        expect(said.filter((items) => items > 0).length / said.length).toBeLessThan(0.45);
      } finally {
        await database.close();
        await own.drop();
      }
    },
  );
});
