import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const report = `
  > lampu jalan mati di depan SMP 2
  …
  > 1
  …
  > kelurahan mangunsari
  …
  > lewati
  …
  > 1
  …
  > kirim
  …
  Nomor: {ticket}
  …
`;

const filed = async () => {
  await playTranscript(report, house.actor());
  const [row] = await house.hall.database.sql`
    select unit_code, state, first_answer_due, (select count(*)::int from report_event where report_id = r.id) as events
    from report r order by id desc limit 1`;
  return row;
};

describe('an office', () => {
  test('that is switched off has its reports wait with the coordinator, who has three more working days', async () => {
    const before = await filed();
    expect(before).toMatchObject({ unit_code: 'dinas_perhubungan', state: 'diteruskan', events: 2 });
    const off = await place.run('pendopo', 'office off dinas_perhubungan');
    expect([off.code, off.out]).toEqual([
      0,
      'Dinas Perhubungan is now off. A running service notices within a minute.\n',
    ]);
    await house.hall.refresh();
    const after = await filed();
    expect(after).toMatchObject({ unit_code: 'setda', state: 'diterima', events: 1 });
    expect(after?.first_answer_due > before?.first_answer_due).toBe(true);
  });

  test('that is switched on gets them at once, and the operator hears that nobody there would read them', async () => {
    const on = await place.run('pendopo', 'office on dinas_perhubungan');
    expect(on.code).toBe(0);
    expect(on.out).toContain('Dinas Perhubungan is now on.');
    expect(on.out).toContain('None of its officers has a linked chat yet');
    await house.hall.refresh();
    expect(await filed()).toMatchObject({ unit_code: 'dinas_perhubungan', state: 'diteruskan' });
    const again = await place.run('pendopo', 'office on dinas_perhubungan --json');
    expect(JSON.parse(again.out)).toEqual({
      code: 'dinas_perhubungan',
      name: 'Dinas Perhubungan',
      answers: true,
      changed: false,
      officers: 0,
    });
  });

  test('nobody has heard of is refused', async () => {
    expect(await place.run('pendopo', 'office on dinas_kutu')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no office dinas_kutu'),
    });
  });
});

test('the list of offices says who would hear of their reports, people of a part counted with the office', async () => {
  const { sql } = house.hall.database;
  await sql`insert into unit (code, name, parent_code) values ('bidang_lampu', 'Bidang Lampu', 'dinas_perhubungan')`;
  const nip = await hireSomebody(sql, { roles: ['officer'] });
  await sql`update employee set unit_code = 'bidang_lampu' where nip = ${nip}`;
  await sql`insert into staff_link (employee_id, contact_id, channel, since)
    select (select id from employee where nip = ${nip}), (select min(id) from contact), 'telegram', now()`;
  await sql`insert into office_group (unit_code, contact_id, topics, since)
    select 'dinas_perhubungan', (select max(id) from contact), 'no', now()`;
  const offices = JSON.parse((await place.run('pendopo', 'offices --json')).out);
  expect(offices).toHaveLength(25);
  expect(offices).toContainEqual({
    code: 'dinas_perhubungan',
    name: 'Dinas Perhubungan',
    answers: true,
    officers: 1,
    group: true,
  });
  const printed = await place.run('pendopo', 'offices');
  expect(printed.out).toMatch(/^CODE +ANSWERS +OFFICERS +GROUP +NAME\n/);
  expect(printed.out).toMatch(/^dinas_perhubungan +on +1 +yes +Dinas Perhubungan$/m);
  expect(printed.out).toMatch(/^setda +on +0 +no +Sekretariat Daerah$/m);
});
