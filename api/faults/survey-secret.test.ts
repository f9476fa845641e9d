import { randomInt, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Answer, elements } from '../../bot/domain/skm/elements.ts';
import { isLowScore } from '../../bot/domain/skm/low-score.ts';
import type { SurveyForm } from '../../bot/domain/skm/survey-form.ts';
import type { Change, City } from '../../bot/ports.ts';
import { connect, type Database } from '../../db/database.ts';
import { loadCity } from '../../db/reads/city.ts';
import { markOf, surveyPeriodOf } from '../../db/reads/ratable.ts';
import { service } from '../../db/schema/index.ts';
import { createSeal } from '../../db/sealed.ts';
import { serviceRows } from '../../db/seed/demo/service-rows.ts';
import { seedCity } from '../../db/seed/index.ts';
import { createSessions, keyOfMessage } from '../../db/sessions.ts';
import { shuffleSurvey } from '../../db/shuffle-survey.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { testKey } from '../testing/hall.ts';
import { size } from './size.ts';
import { attackSurvey, type Rater } from './survey-attack.ts';

const seal = createSeal(testKey);
const people = size(300, 2100);
const servicesRated = 12;
const days = ['2026-11-16', '2026-11-17', '2026-11-18'];

let own: TestDatabase;
let database: Database;
let city: City;
let codes: string[];
/** What each contact answered, by contact and service. */
let truth: Map<string, string>;

const formKey = (answers: SurveyForm['answers']) =>
  elements.map((element) => answers[element] ?? '-').join('');

beforeEach(async () => {
  own = await testDatabase();
  database = connect(own.url);
  await seedCity(database, 'salatiga');
  city = await loadCity(database, { publicUrl: '' });
  const rows = serviceRows(city.units);
  await database.db.insert(service).values(rows);
  codes = rows.slice(0, servicesRated).map(({ code }) => code);
  truth = new Map();
});
afterEach(async () => {
  await database.close();
  await own.drop();
});

/** What stands under the thanks: it tells who was asked whether somebody may ask further. */
const asksFurther = [{ id: 'go:skm-open:kk', label: { literal: 'Boleh' } }];
const offersNews = [{ id: 'go:skm-wish:kk', label: { literal: 'Kabari saya' } }];

const pick = (): Answer => (randomInt(4) + 1) as Answer;

const randomForm = (): SurveyForm => ({
  answers: Object.fromEntries(elements.map((element) => [element, pick()])),
  respondent: { sex: randomInt(2) ? 'L' : 'P' },
  ...(randomInt(3) === 0 && { comment: 'antrean lama' }),
});

/** People of two channels rate as a message of theirs does: one transaction with talk, claim, mark and urn; on WhatsApp with the letter that answers. */
const rateOn = async (day: string, count: number): Promise<void> => {
  const sessions = createSessions(database, seal, { cache: false, city: () => city });
  for (let n = 0; n < count; n += 1) {
    const channel = n % 2 ? ('telegram' as const) : ('whatsapp-cloud' as const);
    const session = await sessions.open({ channel, account: 'bot', id: randomUUID() }, true);
    const form = randomForm();
    const code = codes[randomInt(codes.length)] ?? '';
    const now = new Date(Date.parse(`${day}T08:00:00+07:00`) + n * 30_000);
    const change: Change = {
      key: keyOfMessage(seal, session.contact.address, randomUUID()),
      talk: null,
      parked: [],
      menu: isLowScore(form.answers) ? asksFurther : offersNews,
      effects: [{ do: 'skm.rate', service: code, form }],
      letters:
        channel === 'telegram'
          ? []
          : [
              {
                say: { text: { literal: 'terima kasih' } },
                lane: 'interactive',
                answer: true,
                fleeting: true,
              },
            ],
      now,
    };
    await sessions.commit(session, change);
    truth.set(`${session.contact.id}|${code}`, formKey(form.answers));
  }
  await own.sql`update letter set state = 'sent', created_at = ${`${day}T09:00:00+07:00`}::timestamptz where state <> 'sent'`;
};

/** With the key anybody can ask of every contact whether their mark is there. */
const ratersOf = async (code: string): Promise<Rater[]> => {
  const marks = await own.sql<{ hash: Uint8Array; ctid: string; xmin: string }[]>`
    select hash, ctid::text, xmin::text from skm_mark order by ctid`;
  const contacts = await own.sql<{ id: number }[]>`select id::int from contact`;
  const period = surveyPeriodOf(city, new Date(`${days[0]}T12:00:00+07:00`));
  const whose = new Map(
    contacts.map(({ id }) => [markOf(seal, 'survey', id, code, period).toString('hex'), id]),
  );
  return marks.flatMap(({ hash, ...row }) => {
    const contact = whose.get(Buffer.from(hash).toString('hex'));
    return contact === undefined ? [] : [{ contact, ...row }];
  });
};

/** The share of an attack's guesses that are right, and how many it made. */
const hits = async (
  table: 'skm_answer' | 'skm_urn',
  answersOf: ReadonlyMap<string, { code: string; key: string }>,
) =>
  (await attackSurvey(own.sql, table, ratersOf)).map(({ by, of }) => {
    const right = [...of].filter(([form, who]) => {
      const known = answersOf.get(form);
      return known && truth.get(`${who}|${known.code}`) === known.key;
    }).length;
    return { by, right, guesses: of.size };
  });

const counted = async () => {
  const rows = await own.sql<({ id: string; code: string } & { [element: string]: unknown })[]>`
    select id::text, service_code as code, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana from skm_answer`;
  return new Map(
    rows.map(({ id, code, ...row }) => [id, { code, key: formKey(row as SurveyForm['answers']) }]),
  );
};

test('after the shuffle no column, order or transaction ties a form to a person better than chance', async () => {
  for (const day of days) {
    await rateOn(day, people / days.length);
    await shuffleSurvey(database, seal, city, new Date(Date.parse(`${day}T02:10:00+07:00`) + 86_400_000));
  }
  const forms = await counted();
  expect(forms.size).toBe(people);
  const attacks = await hits('skm_answer', forms);
  expect(attacks.length).toBeGreaterThan(300);
  /** In step by chance one of each service is right; six deviations above that is no luck (of some hundred attacks). */
  const chance = servicesRated + 6 * Math.sqrt(servicesRated);
  expect(attacks.filter(({ right }) => right > chance)).toEqual([]);
  expect(await own.sql`select 1 from letter where fleeting`).toHaveLength(0);
  expect(await own.sql`select 1 from talk where sealed is not null`).toHaveLength(0);
});

test('the attack does find what is there to be found: before the shuffle it knows everybody', async () => {
  await rateOn('2026-11-16', 60);
  const resting = await own.sql<{ id: string; code: string; sealed: Uint8Array }[]>`
    select id::text, service_code as code, sealed from skm_urn`;
  const forms = new Map(
    resting.map(({ id, code, sealed }) => {
      const form = JSON.parse(seal.open('survey', `urn|${id}`, sealed)) as SurveyForm;
      return [id, { code, key: formKey(form.answers) }];
    }),
  );
  const attacks = await hits('skm_urn', forms);
  expect(Math.max(...attacks.map(({ right }) => right))).toBe(60);
});
