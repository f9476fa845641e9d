import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCalendarDays } from '../../bot/domain/local-date.ts';
import { type ElementKey, elements } from '../../bot/domain/skm/elements.ts';
import { readPeriod } from '../../bot/domain/skm/survey-period.ts';
import { suspicions } from '../../bot/domain/skm/suspicion.ts';
import type { City } from '../../bot/ports.ts';
import { type CountedForm, countForms } from '../count-forms.ts';
import { connect, type Database } from '../database.ts';
import { seedCity } from '../seed/index.ts';
import { showFives } from '../show-fives.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { loadCity } from './city.ts';
import { skmResults } from './skm-results.ts';
import type { CountedBy } from './skm-tallies.ts';

let own: TestDatabase;
let database: Database;
let city: City;

beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
  await seedCity(database, 'salatiga');
  city = await loadCity(database, { publicUrl: '' });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

/** So many surveys in one run of the property, each a service of its own (or an office's forms without one); four runs make the thousand. */
const surveysARun = 250;
const servicesAnOffice = 5;
const runs = 4;

const answers = fc.record(
  Object.fromEntries(elements.map((element) => [element, fc.constantFrom(1, 2, 3, 4)])),
  { requiredKeys: [] },
) as fc.Arbitrary<{ [E in ElementKey]?: 1 | 2 | 3 | 4 }>;

const form = fc.record({
  answers: answers.filter((given) => Object.keys(given).length > 0),
  after: fc.integer({ min: 0, max: 730 }),
  flags: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...suspicions]) },
  ),
});
const surveys = fc.array(fc.array(form, { maxLength: 12 }), {
  minLength: surveysARun,
  maxLength: surveysARun,
});

const twoDays = fc
  .tuple(fc.integer({ min: 0, max: 730 }), fc.integer({ min: 0, max: 400 }))
  .map(
    ([from, long]) => `${addCalendarDays('2025-01-01', from)}..${addCalendarDays('2025-01-01', from + long)}`,
  );
const year = fc.constantFrom('2025', '2026');
const part = (...names: string[]) => fc.tuple(year, fc.constantFrom(...names)).map((both) => both.join('-'));
const periods = fc.tuple(
  year,
  part('S1', 'S2'),
  part('Q1', 'Q2', 'Q3', 'Q4'),
  part('01', '02', '06', '11', '12'),
  twoDays,
);

const officeOf = (survey: number) => `office-${Math.floor(survey / servicesAnOffice)}`;
/** The last survey of an office is of forms that named no service. */
const serviceOf = (survey: number) =>
  survey % servicesAnOffice === servicesAnOffice - 1 ? null : `service-${survey}`;

/** A row as it was given, or as it lies in the table: the day it goes by, and its answers. */
type Raw = { unit: string; service: string | null; day: string | null; flagged: boolean } & {
  [E in ElementKey]?: number | null | undefined;
};

/** 25/n · Σ(sum/count) over one denominator, rounded half up by whole numbers alone: nothing here is the service's own. */
const exactIndex = (rows: readonly Raw[]): string | undefined => {
  const heaps = elements
    .map((element) => rows.flatMap((row) => (row[element] ? [BigInt(row[element])] : [])))
    .filter((heap) => heap.length > 0);
  if (heaps.length === 0) return undefined;
  const under = heaps.reduce((product, heap) => product * BigInt(heap.length), BigInt(heaps.length));
  const over = heaps.reduce((sum, heap) => {
    const total = heap.reduce((all, answer) => all + answer, 0n);
    return sum + (total * under) / (BigInt(heap.length) * BigInt(heaps.length));
  }, 0n);
  const hundredths = (2n * 2500n * over + under) / (2n * under);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
};

/** What a row of results must say, reckoned form by form. */
const reckoned = (rows: readonly Raw[]) => {
  const plain = rows.filter(({ flagged }) => !flagged);
  return {
    respondents: rows.length,
    ikm: exactIndex(rows),
    heaps: elements.map((element) => {
      const given = rows.flatMap((row) => (row[element] ? [row[element]] : []));
      return { sum: given.reduce((sum, one) => sum + one, 0), count: given.length };
    }),
    without: plain.length === rows.length ? undefined : { respondents: plain.length, ikm: exactIndex(plain) },
  };
};

/** Every result of a period that is not what the rows come to. */
const differences = async (rows: readonly Raw[], name: string, by: CountedBy): Promise<string[]> => {
  const period = readPeriod(name);
  if ('refused' in period) throw new Error(`no period: ${name}`);
  const inside = rows.filter(({ day }) => day !== null && day >= period.from && day <= period.until);
  const byOffice = Map.groupBy(inside, ({ unit }) => unit);
  const results = await skmResults(database.sql, city, { period, by });
  return results.flatMap(({ unit, service, respondents, all, index, withoutFlagged }) => {
    const there = byOffice.get(unit.code) ?? [];
    const wanted = reckoned(service === null ? there : there.filter((row) => row.service === service.code));
    const found = {
      respondents,
      ikm: index?.ikm,
      heaps: elements.map((element) => all.elements[element]),
      without: withoutFlagged && {
        respondents: withoutFlagged.respondents,
        ikm: withoutFlagged.index?.ikm,
      },
    };
    const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
    return one === other ? [] : [`${name} ${by} ${unit.code} ${service?.code}: ${one}, not ${other}`];
  });
};

type Given = readonly (readonly {
  answers: { [E in ElementKey]?: 1 | 2 | 3 | 4 };
  after: number;
  flags: readonly string[];
}[])[];

const lay = async (given: Given) => {
  await own.sql`truncate skm_answer, skm_tally, service cascade`;
  const places = given.map((_, survey) => ({ unit: officeOf(survey), service: serviceOf(survey) }));
  await own.sql`insert into unit (code, name) select distinct unit, unit from jsonb_to_recordset(${own.sql.json(places)}) as p (unit text) on conflict do nothing`;
  await own.sql`insert into service (code, unit_code, name) select service, unit, service from jsonb_to_recordset(${own.sql.json(places)}) as p (unit text, service text) where service is not null`;
  const forms = given.flatMap((all, survey) =>
    all.map(
      ({ answers: said, after, flags }): CountedForm => ({
        unit: officeOf(survey),
        service: serviceOf(survey),
        counted_on: addCalendarDays('2025-01-01', after),
        flags,
        ...said,
      }),
    ),
  );
  const thirds = [0, 1, 2].map((third) => forms.filter((_, place) => place % 3 === third));
  for (const third of thirds) await countForms(database.sql, 'paper', third);
  await showFives(database.sql, '2026-12-31', 'paper');
  return forms.map(({ counted_on: day, flags, ...row }): Raw => ({ ...row, day, flagged: flags.length > 0 }));
};

const shownRows = () =>
  own.sql<
    Raw[]
  >`select *, unit_code as unit, service_code as service, shown_on::text as day, cardinality(flags) > 0 as flagged from skm_answer`;

test('what the database adds up is what the forms come to exactly, of a thousand random surveys', async () => {
  let seen = 0;
  let mixed = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const [given = []] = fc.sample(surveys, { numRuns: 1, seed });
      const names = fc.sample(periods, { numRuns: 2, seed }).flat();
      const rows = await lay(given);
      for (const name of names) expect(await differences(rows, name, 'counted')).toEqual([]);
      for (const name of names) expect(await differences(await shownRows(), name, 'shown')).toEqual([]);
      seen += given.length;
      const odd = rows.filter(({ flagged }) => flagged).length;
      mixed += odd > 0 && odd < rows.length ? 1 : 0;
    }),
    { numRuns: runs, endOnFailure: true },
  );
  expect([seen, mixed]).toEqual([runs * surveysARun, runs]);
});

test('a tally that takes a blank for a 1, or a sum that forgets, would be noticed', async () => {
  const [given = []] = fc.sample(surveys, { numRuns: 1, seed: 5 });
  const rows = await lay(given);
  expect(await differences(rows, '2025', 'counted')).toEqual([]);
  await own.sql`update skm_tally set sums[3] = sums[3] + respondents - counts[3], counts[3] = respondents`;
  expect((await differences(rows, '2025', 'counted')).length).toBeGreaterThan(surveysARun / 10);
  await lay(given);
  await own.sql`update skm_tally set sums[9] = sums[9] - 1 where ctid = (select min(ctid) from skm_tally where sums[9] > counts[9] and service_code is not null and counted_on < '2025-12-31')`;
  expect((await differences(rows, '2025', 'counted')).length).toBe(2);
});
