import { afterEach, expect, test } from 'vitest';
import { seededDice } from '../../bot/channels/emulator/dice.ts';
import { elements, isAnswer } from '../../bot/domain/skm/elements.ts';
import type { SurveyForm } from '../../bot/domain/skm/survey-form.ts';
import { connect } from '../../db/database.ts';
import { loadCity } from '../../db/reads/city.ts';
import { service } from '../../db/schema/index.ts';
import { createSeal } from '../../db/sealed.ts';
import { serviceRows } from '../../db/seed/demo/service-rows.ts';
import { shuffleSurvey } from '../../db/shuffle-survey.ts';
import { testKey } from '../testing/hall.ts';
import { type Rater, rater } from './rater.ts';
import { size } from './size.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

const count = size(500, 10_000);
const atOnce = 100;
const dice = seededDice(18);

const randomAnswers = (): SurveyForm['answers'] =>
  Object.fromEntries(
    elements.map((element) => {
      const worth = Math.floor(dice() * 4) + 1;
      return [element, isAnswer(worth) ? worth : 4];
    }),
  );

const key = (code: string | null, answers: { [element: string]: unknown }): string =>
  `${code}|${elements.map((element) => answers[element]).join('')}`;

const finished = (people: readonly Rater[]) =>
  until(
    'everybody has answered',
    () => people.every(({ done }) => done()),
    () => town.moved(),
    () =>
      people
        .filter(({ done }) => !done())
        .slice(0, 5)
        .map(({ standing, phone }) => `${standing()}: ${phone.last()?.text}`)
        .join('\n'),
  );

test('of many ratings through two processes exactly the first of each person is counted, to the answer', async () => {
  town = await openTown({ processes: 2 });
  const database = connect(town.database.url, { max: 2 });
  try {
    const city = await loadCity(database, { publicUrl: '' });
    const services = serviceRows(city.units);
    await database.db.insert(service).values(services);
    const expected: string[] = [];
    let repeated = 0;
    for (let from = 0; from < count; from += atOnce) {
      const visits = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => {
        const nth = from + at;
        const phone = town.emulator.phone({ id: 7_400_000_000 + nth, firstName: `Warga ${nth}` });
        const place = services[Math.floor(dice() * services.length)];
        return { nth, phone, place, answers: randomAnswers() };
      });
      await finished(
        visits.map(({ phone, place, answers }) => rater(phone, place?.counterCode ?? '', answers)),
      );
      expected.push(...visits.map(({ place, answers }) => key(place?.code ?? null, answers)));
      const again = visits.filter(({ nth }) => nth % 50 === 0);
      repeated += again.length;
      await finished(
        again.map(({ phone, place }) => rater(phone, place?.counterCode ?? '', randomAnswers())),
      );
      for (const { phone } of again) expect(phone.last()?.text).toContain('sudah');
    }
    expect(repeated).toBe(count / 50);

    const tomorrow = new Date(Date.now() + 26 * 3_600_000);
    expect(await shuffleSurvey(database, createSeal(testKey), city, tomorrow)).toBe(count);
    const rows = await town.database.sql<{ code: string; [element: string]: unknown }[]>`
      select service_code as code, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana from skm_answer`;
    expect(rows.map(({ code, ...answers }) => key(code, answers)).sort()).toEqual(expected.sort());
    const [marks] = await town.database.sql`select count(*)::int as n from skm_mark`;
    expect(marks?.n).toBe(count);
    const printed = town.processes.map(({ printed }) => printed()).join('\n');
    expect(printed).not.toMatch(/skm|persyaratan|DUK-/i);
  } finally {
    await database.close();
  }
}, 1_800_000);
