import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hireSomebody } from '../api/testing/employee.ts';
import { changeLetter } from '../bot/jobs/change-letter.ts';
import type { City } from '../bot/ports.ts';
import { connect, type Database } from './database.ts';
import { loadCity } from './reads/city.ts';
import { changesOf } from './reads/survey-changes.ts';
import { service } from './schema/index.ts';
import { createSeal } from './sealed.ts';
import { serviceRows } from './seed/demo/service-rows.ts';
import { seedCity } from './seed/index.ts';
import { tellChange } from './stores/survey-change.ts';
import { tellChanges } from './tell-changes.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const seal = createSeal(Buffer.alloc(32, 9));
const noon = new Date('2026-11-18T12:00:00+07:00');
const daysOn = (days: number) => new Date(noon.getTime() + days * 86_400_000);

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
beforeEach(async () => {
  await own.sql`delete from letter`;
  await own.sql`delete from skm_wish`;
  await own.sql`delete from skm_change`;
});

const chat = async (circle: string | null = null): Promise<number> => {
  const [made] = await own.sql<{ id: number }[]>`insert into contact (key, channel, account, address, circle)
    values (uuid_send(gen_random_uuid()), 'telegram', 'bot', '\\x00', ${circle}) returning id::int`;
  return made?.id ?? 0;
};

const officer = async (circle: string | null = null, roles = ['officer']): Promise<number> => {
  const contact = await chat(circle);
  const nip = await hireSomebody(own.sql, { unit: 'disdukcapil', roles });
  await own.sql`insert into staff_link (employee_id, contact_id, channel, since)
    select id, ${contact}, 'telegram', now() from employee where nip = ${nip}`;
  return contact;
};

const wish = async (contact: number, unit = 'disdukcapil', since = '2026-11-01') => {
  await own.sql`insert into skm_wish (contact_id, unit_code, since) values (${contact}, ${unit}, ${since})`;
};

const write = (
  contact: number,
  { unit = 'disdukcapil', of = 'ktp-baru' as string | null, done = 'loket ditambah', at = noon } = {},
) =>
  tellChange(
    database.sql,
    city,
    { id: contact },
    { do: 'survey.change', unit, service: of, said: 'antre di 0812 3456 7890', done },
    at,
  );

const tell = (now = noon) => tellChanges(database, seal, city, now, changeLetter);
const told = async () =>
  (await own.sql<{ contact: number }[]>`select contact_id::int as contact from letter order by id`).map(
    ({ contact }) => contact,
  );
const changes = async () => (await changesOf(database.sql, city, 'disdukcapil', 9)).map(({ done }) => done);

describe('a change is kept', () => {
  test('covered, and only of whoever may speak for that office, about a service of it', async () => {
    const rina = await officer();
    await write(rina);
    await write(rina, { unit: 'dinas_kesehatan', of: null });
    await write(rina, { of: 'imunisasi' });
    await write(await officer(null, ['leader']));
    await write(await chat());
    expect(await own.sql`select unit_code, service_code, said from skm_change`).toMatchObject([
      { unit_code: 'disdukcapil', service_code: 'ktp-baru', said: 'antre di […]' },
    ]);
  });

  test('the newest are read first, and no more than were asked for', async () => {
    const rina = await officer();
    for (const day of [0, 1, 2]) await write(rina, { done: `hari ke-${day}`, at: daysOn(day) });
    expect(await changes()).toEqual(['hari ke-2', 'hari ke-1', 'hari ke-0']);
    expect(await changesOf(database.sql, city, 'disdukcapil', 1)).toMatchObject([
      { done: 'hari ke-2', on: '2026-11-20', service: { name: 'KTP-el baru' } },
    ]);
  });
});

describe('those who asked for it hear of it', () => {
  test('each once, however many they are and however many processes tell', async () => {
    const rina = await officer();
    const crowd = await own.sql<{ id: number }[]>`
      insert into contact (key, channel, account, address)
      select uuid_send(gen_random_uuid()), 'telegram', 'bot', '\\x00' from generate_series(1, 450) returning id::int`;
    await own.sql`insert into skm_wish (contact_id, unit_code, since)
      select unnest(${crowd.map(({ id }) => id)}::bigint[]), 'disdukcapil', '2026-11-01'`;
    await write(rina);
    const written = await Promise.all([tell(), tell(), tell()]);
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(450);
    expect(new Set(await told()).size).toBe(450);
    expect(await told()).toHaveLength(450);
    await own.sql`update letter set state = 'sent'`;
    expect(await tell(daysOn(5))).toBe(0);
    await own.sql`delete from letter`;
    expect(await tell(daysOn(7))).toBe(0);
  });

  test('not of what was changed before they asked, nor at another office', async () => {
    const rina = await officer();
    await wish(await chat(), 'disdukcapil', '2026-11-19');
    await wish(await chat(), 'dinas_kesehatan');
    await write(rina);
    expect(await tell()).toBe(0);
  });

  test('visitors who try the service out tell each other only, and nobody reads it elsewhere', async () => {
    const visitor = await officer('visitor');
    const [near, far, outside] = [await chat('visitor'), await chat('other'), await chat()];
    for (const one of [near, far, outside]) await wish(one);
    await write(visitor);
    expect([await tell(), await told(), await changes()]).toEqual([1, [near], []]);
  });
});
