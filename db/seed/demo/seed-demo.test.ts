import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dangerIn } from '../../../bot/domain/danger.ts';
import { insideCity, regionOf } from '../../../bot/domain/place.ts';
import type { ReportState } from '../../../bot/domain/report-state.ts';
import { isTicket } from '../../../bot/domain/ticket.ts';
import { connect } from '../../database.ts';
import { NoCity } from '../../reads/city.ts';
import { testDatabase } from '../../testing.ts';
import { seedCity } from '../index.ts';
import { demoReports, imagineReports } from './imagine.ts';
import { seedDemo } from './index.ts';
import { type DemoHall, demoHall, seal, until } from './testing.ts';

let hall: DemoHall;

beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

test('waits for a city, then says how many services, people and reports there are', async () => {
  const own = await testDatabase();
  const database = connect(own.url);
  const told: string[] = [];
  const fill = () =>
    seedDemo(database, seal, { until, progress: (part, rows) => told.push(`${part} ${rows}`) });
  try {
    await expect(fill()).rejects.toThrow(NoCity);
    await seedCity(database, 'salatiga');
    await fill();
    await fill();
    expect(told).toEqual([
      'services 21',
      'questions 38',
      'ratings 436',
      'employees 85',
      'trainings 26',
      `reports ${demoReports}`,
    ]);
  } finally {
    await database.close();
    await own.drop();
  }
});

type Row = {
  ticket: string;
  category: string;
  unit_code: string;
  region: string;
  state: ReportState;
  confidential: boolean;
};

describe('the reports', () => {
  test('are 300 with a number each, none of them sensitive', async () => {
    const rows = await hall.sql<Row[]>`select * from report`;
    const sensitive = new Set(
      hall.city.categories.filter((one) => one.sensitive !== 'none').map(({ key }) => key),
    );
    expect(new Set(rows.map(({ ticket }) => ticket)).size).toBe(300);
    expect(rows.every(({ ticket }) => isTicket(ticket) && ticket.startsWith('SLT-'))).toBe(true);
    expect(rows.filter(({ category }) => sensitive.has(category))).toEqual([]);
  });

  test('are about what people report most: works, labour, social, schools, order, transport, environment', async () => {
    const rows = await hall.sql<Row[]>`select category from report`;
    const count = (...keys: string[]) => rows.filter(({ category }) => keys.includes(category)).length;
    const groups = [
      count('jalan', 'drainase', 'lampu_jalan', 'taman', 'perumahan'),
      count('tenaga_kerja'),
      count('bansos', 'akses_disabilitas'),
      count('pendidikan'),
      count('ketertiban'),
      count('lalu_lintas'),
      count('lingkungan'),
    ];
    expect(groups).toEqual([...groups].sort((a, b) => b - a));
    expect(groups).toEqual(
      [546, 262, 212, 203, 194, 175, 161].map((weight) => expect.closeTo((weight * 300) / 2763, -0.5)),
    );
  });

  test('have come the further the older they are', async () => {
    const rows = await hall.sql<{ old: boolean; state: ReportState; n: number }[]>`
      select received_at < ${until}::timestamptz - interval '45 days' as old, state, count(*)::int as n from report group by 1, 2`;
    const share = (old: boolean, state: ReportState) => {
      const of = rows.filter((row) => row.old === old);
      const all = of.reduce((sum, { n }) => sum + n, 0);
      return (of.find((row) => row.state === state)?.n ?? 0) / all;
    };
    expect(share(true, 'selesai')).toBeGreaterThan(0.75);
    expect(share(true, 'diteruskan')).toBe(0);
    expect(share(false, 'diteruskan')).toBeGreaterThan(0.03);
    const present = new Set(rows.map(({ state }) => state));
    for (const state of [
      'ditindaklanjuti',
      'diproses',
      'menunggu_warga',
      'bukan_wewenang',
      'diarsipkan',
    ] as const) {
      expect(present).toContain(state);
    }
  });

  test('lie in the kelurahan they are filed under, inside the city', () => {
    const pins = hall.imagined.flatMap(({ draft: { place } }) =>
      place.point ? [{ ...place, point: place.point }] : [],
    );
    expect(pins.length).toBeGreaterThan(200);
    for (const { point, region } of pins) {
      expect(insideCity(point, hall.city.regions)).toBe(true);
      expect(regionOf(point, hall.city.regions)?.place.code).toBe(region);
    }
  });

  test('hold no number of a person and no cry for help, and hardly any two are alike', () => {
    const words = hall.imagined.map(({ draft }) => draft.words);
    for (const text of words) {
      expect(text).not.toMatch(/\d{4}|[[\]{}|]/);
      expect(dangerIn(text), text).toBeUndefined();
    }
    expect(new Set(words).size).toBeGreaterThan(290);
  });
});

test('the same city and moment give the same reports; another moment gives the same numbers', () => {
  expect(imagineReports(hall.city, until)).toEqual(hall.imagined);
  const later = imagineReports(hall.city, new Date('2027-04-01T03:00:00Z'));
  expect(later.map(({ report }) => report.ticket)).toEqual(hall.imagined.map(({ report }) => report.ticket));
  expect(later.map(({ report }) => report.receivedAt)).not.toEqual(
    hall.imagined.map(({ report }) => report.receivedAt),
  );
});

test('a hall that has the demo, or one report of it, is left alone', async () => {
  const { database, sql, imagined } = hall;
  await sql`delete from report where ticket <> ${imagined[0]?.report.ticket ?? ''}`;
  const before = await sql`select xmin::text, t.* from contact t order by id`;
  await seedDemo(database, seal, { until: new Date('2026-11-21T08:00:00Z') });
  expect([...(await sql`select count(*)::int as n from report`)]).toEqual([{ n: 1 }]);
  expect(await sql`select xmin::text, t.* from contact t order by id`).toEqual(before);
});

test.each([
  ['after the long holidays of Idulfitri', '2026-04-06T02:00:00Z'],
  ['on a night in a year no decree covers yet', '2029-08-17T17:30:00Z'],
])('can be imagined %s', (_, moment) => {
  const last = new Date(moment);
  const reports = imagineReports(hall.city, last);
  expect(reports).toHaveLength(demoReports);
  for (const { report, told } of reports) {
    expect([report.receivedAt, ...told.map(({ at }) => at)].every((at) => at <= last)).toBe(true);
  }
  expect(reports.some(({ report }) => report.settle.estimate)).toBe(moment.startsWith('2029'));
});

test.each(['sawahlunto', 'pematangsiantar', 'lebong'] as const)('can be shown in %s too', async (name) => {
  const own = await testDatabase();
  const database = connect(own.url);
  try {
    await seedCity(database, name);
    await seedDemo(database, seal, { until });
    const rows =
      await own.sql`select count(*)::int as n, count(distinct unit_code)::int > 15 as wide from report`;
    expect([...rows]).toEqual([{ n: demoReports, wide: true }]);
  } finally {
    await database.close();
    await own.drop();
  }
});
