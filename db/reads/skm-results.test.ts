import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Workplace, workplace } from '../../api/commands/testing/run-program.ts';
import vectors from '../../bot/domain/fixtures/skm-vectors.json' with { type: 'json' };
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import { elements } from '../../bot/domain/skm/elements.ts';
import { fraction, halfUp } from '../../bot/domain/skm/fraction.ts';
import type { WeightConvention } from '../../bot/domain/skm/ikm.ts';
import { answersInOrder } from '../../bot/domain/skm/question-order.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { neededSample } from '../../bot/domain/skm/sample.ts';
import { surveyPeriod } from '../../bot/domain/skm/survey-period.ts';
import { plainIkm } from '../../bot/domain/skm/testing/plain-ikm.ts';
import type { City } from '../../bot/ports.ts';
import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { seedCity } from '../seed/index.ts';
import { shuffleSurvey } from '../shuffle-survey.ts';
import { rateService } from '../stores/rate-service.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { loadCity } from './city.ts';
import { skmResults } from './skm-results.ts';
import { type KnownSurvey, knownSurveys } from './testing/published-surveys.ts';

const zone = 'Asia/Jakarta';
const key = Buffer.alloc(32, 9);
const seal = createSeal(key);
/** A paper form may be of no day to come, and the command looks at the real clock. */
const day = addCalendarDays(localDate(new Date(), zone), -2);
const period = surveyPeriod(day, 'month');
const at = (date: string, time: string) => new Date(`${date}T${time}:00+07:00`);

let own: TestDatabase;
let database: Database;
let place: Workplace;
let city: City;
let came: { readonly [W in Way]: number };

const ways = ['chat', 'paper'] as const;
type Way = (typeof ways)[number];
const codeOf = (way: Way, { id }: KnownSurvey) => `${way}-${id}`;

const rate = (contact: number, survey: KnownSurvey, row: string) => {
  const answers = answersInOrder([...row], survey.order);
  if (!answers) throw new Error(`the vectors hold a row that is none: ${row}`);
  const effect = {
    do: 'skm.rate',
    service: codeOf('chat', survey),
    form: { answers, respondent: {} },
  } as const;
  return database.sql.begin((tx) => rateService(tx, seal, city, { id: contact }, effect, at(day, '12:00')));
};

const byChat = async () => {
  const most = Math.max(...knownSurveys.map(({ rows }) => rows.length));
  const people = await own.sql<{ id: number }[]>`insert into contact (key, channel, account, address)
    select uuid_send(gen_random_uuid()), 'telegram', 'bot', '\\x00' from generate_series(1, ${most}) returning id::int`;
  for (const survey of knownSurveys)
    await Promise.all(survey.rows.map((row, person) => rate(people[person]?.id ?? 0, survey, row)));
  return shuffleSurvey(database, seal, city, at(addCalendarDays(day, 1), '02:10'));
};

const imported = async (name: string, lines: readonly (readonly string[])[], more = '') => {
  await writeFile(
    join(place.folder, name),
    `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`,
  );
  const { out, err } = await place.run('pendopo', `import skm ${name} --apply --json ${more}`);
  if (err) throw new Error(err);
  return JSON.parse(out).new as number;
};

/** Surveys in the order of the questionnaire come with numbered columns, blanks as dashes; the others with named ones. */
const byPaper = async () => {
  const lines = (order: KnownSurvey['order']) =>
    knownSurveys
      .filter((survey) => survey.order === order)
      .flatMap((survey) => survey.rows.map((row) => ['paper', codeOf('paper', survey), day, ...row]));
  const head = ['unit_code', 'service_code', 'date'];
  const numbers = elements.map((_, place) => `u${place + 1}`);
  return (
    (await imported('list.csv', [[...head, ...elements], ...lines('list')])) +
    (await imported(
      'numbered.csv',
      [[...head, ...numbers], ...lines('questionnaire')],
      '--order questionnaire',
    ))
  );
};

beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
  place = await workplace({ DATABASE_URL: own.url, APP_KEY: key.toString('base64') });
  await seedCity(database, 'salatiga');
  for (const way of ways) {
    await own.sql`insert into unit (code, name) values (${way}, ${way})`;
    for (const survey of knownSurveys)
      await own.sql`insert into service (code, unit_code, name, users) values (${codeOf(way, survey)}, ${way}, ${survey.id}, 100)`;
  }
  city = await loadCity(database, { publicUrl: '' });
  came = { chat: await byChat(), paper: await byPaper() };
}, 180_000);
afterAll(async () => {
  await place.leave();
  await database.close();
  await own.drop();
});

const weighed = (weight: WeightConvention): City => ({
  ...city,
  agency: { ...city.agency, settings: { ...city.agency.settings, survey: { weight } } },
});
const resultsOf = async (way: Way, weight: WeightConvention = 'exact') => {
  const all = await skmResults(database.sql, weighed(weight), { period, by: 'counted', unit: way });
  return new Map(all.map((one) => [one.service?.name ?? null, one]));
};
const said = (result: SkmResult | undefined) =>
  result?.index && { ikm: result.index.ikm, grade: result.index.grade, by: result.index.convention };

describe('the surveys of the vectors', () => {
  const forms = knownSurveys.reduce((sum, { rows }) => sum + rows.length, 0);

  test('come in by chat through the urn, and by paper through the command', () => {
    expect(came).toEqual({ chat: forms, paper: forms });
  });

  describe.each(ways)('by %s', (way) => {
    test('come out to the second decimal, in both conventions', async () => {
      for (const weight of ['exact', 'printed_0_11'] as const) {
        const results = await resultsOf(way, weight);
        for (const { id, rows, expected } of knownSurveys) {
          const result = results.get(id);
          expect(result?.respondents, id).toBe(rows.length);
          const wanted = expected[weight];
          if (wanted) expect(said(result), `${id} ${weight}`).toEqual({ ...wanted, by: weight });
        }
      }
    });

    test('hold the sums of each element, the blanks in none', async () => {
      const results = await resultsOf(way);
      const heaps = (id: string) =>
        elements.map((element) => results.get(id)?.all.elements[element] ?? { sum: 0, count: 0 });
      const { respondentRows, sums, blankAnswers } = vectors;
      expect(heaps(respondentRows.id).map(({ sum }) => sum)).toEqual(respondentRows.sums);
      expect(heaps(sums.id).map(({ sum }) => sum)).toEqual(elements.map((element) => sums.sums[element]));
      expect(heaps(blankAnswers.id).map(({ count }) => count)).toEqual([3, 1, 3, 3, 3, 3, 3, 3, 3]);
      const v4 = results.get(respondentRows.id)?.index;
      expect(elements.map((element) => v4?.elements[element]?.nrr)).toEqual(respondentRows.nrr3);
      expect(elements.map((element) => v4?.elements[element]?.grade)).toEqual(respondentRows.elementGrades);
      for (const element of elements) {
        const { sum, count } = results.get(sums.id)?.all.elements[element] ?? { sum: 0, count: 1 };
        expect(halfUp(fraction(sum, count), 4)).toBe(sums.nrr4[element]);
      }
    });

    test('together are the office, from its answers and not from its indices', async () => {
      const results = await resultsOf(way);
      const office = results.get(null);
      expect(office?.respondents).toBe(forms);
      expect(office?.needed).toBe(neededSample(100 * knownSurveys.length));
      expect(office?.index?.ikm).toBe(office && plainIkm(office.all));
      const waktu = [...results.values()]
        .filter(({ service }) => service)
        .map(({ all }) => all.elements.waktu);
      expect(office?.all.elements.waktu).toEqual({
        sum: waktu.reduce((sum, one) => sum + one.sum, 0),
        count: waktu.reduce((sum, one) => sum + one.count, 0),
      });
    });
  });

  test('are the same by both ways, but for what looked odd in chat', async () => {
    const [chat, paper] = [await resultsOf('chat'), await resultsOf('paper')];
    for (const { id } of knownSurveys) expect(chat.get(id)?.index, id).toEqual(paper.get(id)?.index);
    expect(chat.get('V1')?.withoutFlagged).toBeDefined();
    expect(paper.get('V1')?.withoutFlagged).toBeUndefined();
  });

  test('are shown to everybody only where five are there', async () => {
    const shown = await skmResults(database.sql, city, { period, by: 'shown', unit: 'chat' });
    const hidden = shown.filter(({ respondents }) => respondents === 0).map(({ service }) => service?.name);
    expect(hidden.sort()).toEqual(['BLANK', 'V2', 'V5', 'V6']);
  });
});
