import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import { createApp } from '../app.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { linkStaff } from '../testing/staff.ts';
import { plantCourse } from './testing/trained-city.ts';

let house: TestHall;
let root: string;
const sql = () => house.hall.database.sql;
const inDays = (n: number) => addCalendarDays(localDate(house.hall.clock.now(), 'Asia/Jakarta'), n);

beforeAll(async () => {
  house = await openTestHall();
  root = new URL(house.webhookUrl).origin;
  await plantCourse(sql(), {
    code: 'PP-1',
    title: 'Pelayanan Prima',
    startsOn: inDays(20),
    endsOn: inDays(22),
    place: 'Aula Setda',
  });
  await plantCourse(sql(), { code: 'EL-1', title: 'Kelas Daring', completeBy: inDays(40) });
  await plantCourse(sql(), { code: 'BT-1', title: 'Batal Ikut', startsOn: inDays(5), endsOn: inDays(6) });
});
afterAll(() => house.close());

/** A new address, as the chat shows it once. */
const newAddress = async (who: Awaited<ReturnType<typeof linkStaff>>): Promise<string> => {
  await who.type('/kalender');
  const asked = await who.seen();
  await who.type(asked.at(-1)?.text.includes('punya alamat') ? 'Alamat baru' : 'Buat alamat');
  const said = (await who.seen()).at(-1)?.text ?? '';
  const [, token = ''] = /https:\/\/sapa\.example\/kalender\/([\w-]{22})\.ics/.exec(said) ?? [];
  expect(token).toHaveLength(22);
  return `/kalender/${token}.ics`;
};

const somebody = async (name: string) => {
  const who = await linkStaff(house, { name, roles: [] });
  for (const [code, state] of [
    ['PP-1', 'registered'],
    ['EL-1', 'registered'],
    ['BT-1', 'withdrawn'],
  ] as const)
    await sql()`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
      select id, ${code}, ${state}, 'office', '2026-01-06', now() from employee where name = ${name}`;
  await sql()`insert into personnel_date (employee_id, kind, date, as_of)
    select id, 'kgb', ${inDays(90)}, '2026-01-02' from employee where name = ${name}`;
  return who;
};
const look = (path: string) => fetch(`${root}${path}`);
const uids = (file: string) =>
  new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).uid);

describe('an employee who put their calendar into an app', () => {
  test('finds there what they take part in, what is due and the dates of the file, and nobody else’s', async () => {
    const who = await somebody('Rina Astuti');
    const response = await look(await newAddress(who));
    expect(response.status).toBe(200);
    const file = await response.text();
    expect(uids(file)).toEqual([
      'PP-1@sapa.example',
      'complete-EL-1@sapa.example',
      'complete-PP-1@sapa.example',
      `date-kgb-${inDays(90)}@sapa.example`,
    ]);
    expect(file).toContain('Kenaikan gaji berkala');
    expect(file).not.toContain('Rina');
    expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    const other = await somebody('Hendra Wijaya');
    await sql()`update enrolment set state = 'withdrawn' where employee_id = (select id from employee where name = 'Hendra Wijaya')`;
    expect(uids(await (await look(await newAddress(other))).text())).toEqual([
      `date-kgb-${inDays(90)}@sapa.example`,
    ]);
  });

  test('no longer finds a deadline that is done, and keeps the same bytes while nothing changes', async () => {
    const who = await somebody('Sari Dewi');
    const address = await newAddress(who);
    const [first, again] = [await (await look(address)).text(), await (await look(address)).text()];
    expect(again).toBe(first);
    await sql()`update enrolment set finished_on = ${inDays(0)} where training_code = 'EL-1'
      and employee_id = (select id from employee where name = 'Sari Dewi')`;
    const now = uids(await (await look(address)).text());
    expect(now).not.toContain('complete-EL-1@sapa.example');
    expect(now).toContain('certificate-EL-1@sapa.example');
  });

  test('ends an address by a new one or by switching it off, and with leaving the office', async () => {
    const who = await somebody('Tono Prasetyo');
    const [old, fresh] = [await newAddress(who), await newAddress(who)];
    expect([(await look(old)).status, (await look(fresh)).status]).toEqual([404, 200]);
    await who.type('/kalender');
    await who.type('Matikan');
    expect((await who.seen()).at(-1)?.text).toContain('Baik, alamat kalender dimatikan.');
    expect((await look(fresh)).status).toBe(404);
    const last = await newAddress(who);
    await sql()`update employee set active = false where name = 'Tono Prasetyo'`;
    expect((await look(last)).status).toBe(404);
  });
});

describe('an address that nobody has', () => {
  test('gets one and the same answer whatever its shape', async () => {
    const tried = [
      'AAAAAAAAAAAAAAAAAAAAAA.ics',
      'x.ics',
      '%00.ics',
      'a'.repeat(500),
      '..%2f..%2fetc',
      'AAAAAAAAAAAAAAAAAAAAAA',
    ];
    const answers = await Promise.all(
      tried.map(async (file) => {
        const response = await look(`/kalender/${file}`);
        return `${response.status} ${response.headers.get('cache-control')} ${await response.text()}`;
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['404 private, no-cache Alamat ini tidak ada.']));
  });

  test('and one that somebody has stands in no log and no table, also where reading it fails', async () => {
    const who = await somebody('Yuni Lestari');
    const address = await newAddress(who);
    const token = address.slice('/kalender/'.length, -'.ics'.length);
    await look(address);
    const unsafe = () => Promise.reject(new Error(`no row for ${token}`));
    const broken = createApp({
      hall: {
        ...house.hall,
        database: { ...house.hall.database, sql: { unsafe: () => ({ execute: unsafe }) } as never },
      },
    });
    expect((await broken.request(address)).status).toBe(500);
    expect(JSON.stringify(house.log.lines)).toContain('request-failed');
    expect(JSON.stringify(house.log.lines)).not.toContain(token);
    const tables = await sql()<{ name: string }[]>`
      select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`;
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const [kept] = await sql().unsafe(`select count(*)::int as n from ${name} t where t::text like $1`, [
        `%${token}%`,
      ]);
      expect(kept?.n, name).toBe(0);
    }
  });
});
