import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedOfServices } from '../../bot/flows/citizen/testing/asked-of-services.ts';
import {
  askedOfTheCity,
  misspelled,
  offices,
  unknownQuestions,
} from '../../bot/flows/citizen/testing/asked-of-the-city.ts';
import type { City } from '../../bot/ports.ts';
import { connect, type Database } from '../database.ts';
import { knownAnswer, service, unit } from '../schema/index.ts';
import { cityNames } from '../seed/cities.ts';
import { questionRows } from '../seed/demo/question-rows.ts';
import { serviceRows } from '../seed/demo/service-rows.ts';
import { seedCity } from '../seed/index.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { loadCity } from './city.ts';
import { answersTo } from './known-answers.ts';
import { servicesLike } from './services.ts';

let own: TestDatabase;
let database: Database;
let city: City;

const open = async (name: (typeof cityNames)[number]) => {
  own = await testDatabase();
  database = connect(own.url);
  await seedCity(database, name);
  city = await loadCity(database, { publicUrl: '' });
  await database.db.insert(service).values(serviceRows(city.units));
  const units = await database.db.select().from(unit);
  await database.db.insert(knownAnswer).values(questionRows(city.agency, units, '2026-11-22'));
};
const close = async () => {
  await database.close();
  await own.drop();
};

/** What a question came to, in short: `ktp-baru fee`, with `?` where several may be meant. */
const comesTo = async (typed: string) => {
  const { sure, known, aspects } = await answersTo(database.sql, city, typed);
  return `${known[0]?.code ?? 'nothing'}${sure || known.length === 0 ? '' : '?'} ${aspects.join()}`.trim();
};

/** Each service there is with what people ask about it; the first four are its requirements, time, fee and where or when. */
const asked = (most: number) =>
  serviceRows(city.units).flatMap(({ code, unitCode }) => {
    const kind = Object.keys(askedOfServices).find((one) => code === one || code.startsWith(`${one}-`));
    const office = city.units.find((one) => one.code === unitCode)?.name.replace('Kecamatan ', '') ?? '';
    return (askedOfServices[askedOfServices[code] ? code : (kind ?? '')] ?? [])
      .slice(0, most)
      .map(([aspect, typed]) => ({ code, aspect, typed: typed.replace('{place}', office) }));
  });

const wrongOf = async (wanted: readonly { typed: string; to: string }[]) => {
  const wrong: string[] = [];
  for (const { typed, to } of wanted) {
    const came = await comesTo(typed);
    if (came !== to) wrong.push(`${typed}: ${came} instead of ${to}`);
  }
  return wrong;
};

describe.each(cityNames)('in the demo of %s', (name) => {
  beforeAll(() => open(name));
  afterAll(() => close());

  test('every service is found by its name', async () => {
    for (const one of serviceRows(city.units)) {
      const unitName = city.units.find(({ code }) => code === one.unitCode)?.name ?? '';
      const typed = one.code.startsWith('rekam-ktp') ? `${one.name} ${unitName}` : one.name;
      const { sure, lines } = await servicesLike(database.sql, city, typed);
      expect({ sure, code: lines[0]?.code }, typed).toEqual({ sure: true, code: one.code });
    }
  });

  test('requirements, time, fee, place and hours of every service are told when asked in natural words', async () => {
    const all = asked(name === 'salatiga' ? 99 : 4);
    expect(new Set(all.map(({ code }) => code)).size).toBe(serviceRows(city.units).length);
    const wanted = all.map(({ typed, code, aspect }) => ({ typed, to: `${code} ${aspect}` }));
    expect(await wrongOf(wanted)).toEqual([]);
  });

  test('what nobody has an answer to finds nothing', async () => {
    for (const typed of unknownQuestions)
      expect(await answersTo(database.sql, city, typed), typed).toMatchObject({ known: [], vague: false });
  });

  test('each checked question is found by words of one’s own', async () => {
    const most = name === 'salatiga' ? 99 : 1;
    for (const [code, ways] of Object.entries(askedOfTheCity))
      for (const typed of ways.slice(0, most)) expect((await comesTo(typed)).split(' ')[0], typed).toBe(code);
  });
});

describe('in the demo of salatiga', () => {
  beforeAll(() => open('salatiga'));
  afterAll(() => close());

  test('slips of the finger are seen through, or what may be meant is offered', async () => {
    for (const [typed, code] of Object.entries(misspelled))
      expect((await comesTo(typed)).split(/[ ?]/)[0], typed).toBe(code);
  });

  test('offices are found by name, short name and kind', async () => {
    for (const [typed, to] of Object.entries(offices)) expect(await comesTo(typed), typed).toBe(to);
  });

  test('where several are meant none is guessed', async () => {
    const { sure, known } = await answersTo(database.sql, city, 'syarat ktp');
    expect(sure).toBe(false);
    expect(known.map(({ code }) => code)).toEqual(expect.arrayContaining(['ktp-baru', 'ktp-ganti']));
    expect((await answersTo(database.sql, city, 'nomor telepon kecamatan')).known).toHaveLength(4);
  });

  test('a question of nothing in particular is vague', async () => {
    for (const typed of ['berapa biayanya?', 'jam berapa buka', 'apakah bisa', '?', ''])
      expect(await answersTo(database.sql, city, typed), typed).toMatchObject({ known: [], vague: true });
  });

  test('what is no longer active answers nothing', async () => {
    await own.sql`update known_answer set active = false where code = 'calo'`;
    await own.sql`update service set active = false where code = 'kia'`;
    expect(await comesTo('ada calo di depan kantor')).toBe('nothing');
    expect(await comesTo('syarat kartu identitas anak')).not.toContain('kia');
    await own.sql`update known_answer set active = true`;
    await own.sql`update service set active = true`;
  });

  test('any sentence is a question, whatever stands in it', async () => {
    for (const typed of [
      "'; drop table service; --",
      '{}[]"\\',
      '& | ! ( ) :*',
      '😀'.repeat(300),
      'a'.repeat(1000),
    ])
      expect((await answersTo(database.sql, city, typed)).sure, typed).toBe(false);
  });

  test('one round trip asks all of it', async () => {
    let statements = 0;
    const counted = {
      unsafe: ((...given: Parameters<typeof database.sql.unsafe>) => {
        statements += 1;
        return database.sql.unsafe(...given);
      }) as typeof database.sql.unsafe,
    };
    await answersTo(counted, city, 'berapa lama akta kelahiran jadi');
    expect(statements).toBe(1);
  });
});
