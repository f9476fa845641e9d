import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTicket } from '../bot/domain/ticket.ts';
import { translate } from '../bot/i18n/translate.ts';
import { hireSomebody } from './testing/employee.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { planted } from './testing/planted.ts';
import { runJob } from './testing/run-job.ts';
import { linkStaff, openOffice } from './testing/staff.ts';
import { createTrainingExtras } from './training-extras.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];
beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await openOffice(house.hall, '2026-11-18');
});
afterAll(() => house.close());

const extras = () => createTrainingExtras(house.hall.database, house.hall.city, house.hall.clock.now);

const solved = async (more: Partial<Parameters<typeof planted>[1]> = {}) =>
  planted(house, {
    role: 'citizen',
    ties: { wrote: true },
    unit: 'dinas_perhubungan',
    sensitive: false,
    confidential: false,
    state: 'ditindaklanjuti',
    ticket: newTicket('SLT', house.hall.parts.random),
    words: 'kenari',
    ...more,
  });

const weekOf = async (monday: string, unit = 'dinas_perhubungan'): Promise<string | undefined> => {
  const line = (await extras().weekLines([unit], monday)).get(unit);
  return line && translate('id', line);
};

test('everybody of an office hears on a Monday what it did for citizens, a small week in words, a silent one not at all', async () => {
  await solved();
  await solved({ sensitive: true, confidential: true, unit: 'inspektorat' });
  expect(await weekOf('2026-11-23')).toBe('Pekan lalu kantor Bapak/Ibu menuntaskan beberapa laporan warga.');
  for (let more = 0; more < 6; more += 1) await solved({ confidential: more % 2 === 0 });
  const at = house.hall.clock.now().toISOString();
  await sql`insert into rating (report_id, contact_id, score, at)
    select id, reporter_id, (4 - row_number() over (order by id) % 2)::int, ${at} from report where category = 'lampu_jalan' order by id limit 6`;
  await sql`insert into skm_change (unit_code, said, done, at)
    values ('dinas_perhubungan', 'Antre lama', 'Loket uji KIR sekarang dua', ${at})`;
  expect(await weekOf('2026-11-23')).toBe(
    `Pekan lalu kantor Bapak/Ibu menuntaskan 7 laporan warga, 7 tepat waktu, separuhnya dalam 1 hari atau kurang.
Warga memberi nilai 3,50 dari 4 untuk penanganannya.
Yang berubah untuk warga: Loket uji KIR sekarang dua`,
  );
  for (const [monday, unit] of [
    ['2026-11-16', 'dinas_perhubungan'],
    ['2026-11-30', 'dinas_perhubungan'],
    ['2026-11-23', 'inspektorat'],
    ['2026-11-23', 'dinas_kesehatan'],
  ] as const)
    expect(await weekOf(monday, unit)).toBeUndefined();
});

test('a head hears how the month of learning went with their people, in numbers without names', async () => {
  const idOf = async (nip: string) =>
    (await sql<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`)[0]?.id ?? 0;
  const unit = 'dinas_kesehatan';
  const head = await idOf(await hireSomebody(sql, { name: 'Hadi', roles: ['supervisor'], unit }));
  const small = await idOf(
    await hireSomebody(sql, { name: 'Lina', roles: ['supervisor'], unit: 'dinas_pu' }),
  );
  await hireSomebody(sql, { name: 'Tono', unit: 'dinas_pu' });
  const alone = await idOf(await hireSomebody(sql, { name: 'Wati', roles: ['supervisor'], unit: 'bkpsdm' }));
  const officer = await idOf(await hireSomebody(sql, { name: 'Joko', roles: ['officer'], unit }));
  const certify = (id: number, jp: number, date: string, status = 'sah') =>
    sql`insert into certificate (employee_id, title, provider, jp, date, source, status, sent_at)
      values (${id}, 'Kelas', 'BKPSDM', ${jp}, ${date}, 'file', ${status}, now())`;
  for (let i = 0; i < 12; i += 1) {
    const id = await idOf(await hireSomebody(sql, { name: `Pegawai ${i}`, unit }));
    if (i < 8) await certify(id, 1400, '2026-03-02');
    if (i < 6) await certify(id, 625, '2026-10-14');
    if (i === 9) await certify(id, 2000, '2026-10-14', 'menunggu');
    if (i === 10) await certify(id, 2000, '2026-11-02');
  }
  const digests = await extras().digests([head, small, alone, officer], '2026-10');
  const said = (id: number) => {
    const text = digests.get(id);
    return text && translate('id', text).replace(/[\u{e000}-\u{e003}]/gu, '');
  };
  expect(said(head)).toBe(`Belajar di unit Bapak/Ibu, Oktober
▰▰▰▰▱▱▱▱▱▱ 6 dari 13 orang sudah mencapai target JP.
6 orang menambah 37,5 JP yang sudah disahkan.
7 orang bisa dibantu mengejar rencana JP.
Selengkapnya di /unit.`);
  expect(said(small)).toBe('Kabar belajar di unit Bapak/Ibu, Oktober, bisa dilihat di /unit.');
  expect([said(alone), said(officer)]).toEqual([undefined, undefined]);
});

test('the week stands in the one message of a Monday, and the month in that of its first working day after', async () => {
  const unit = 'dinas_perhubungan';
  await openOffice(house.hall, '2026-11-23');
  const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: [], unit });
  const Sari = await linkStaff(house, { name: 'Sari Dewi', roles: ['supervisor'], unit });
  await sql`update employee set kind = 'pppk' where unit_code = ${unit}`;
  const heard = async (who: typeof Rina) => {
    for (let twice = 0; twice < 2; twice += 1) await runJob(house, 'remind-training');
    return (await who.seen()).map(({ text }) => text);
  };
  await Promise.all([Rina, Sari].map((one) => one.seen()));
  expect(await heard(Rina)).toEqual([
    expect.stringMatching(/^Pekan lalu kantor Bapak\/Ibu menuntaskan 7 laporan/),
  ]);
  expect(await heard(Sari)).toEqual([
    expect.stringMatching(/^Pekan lalu kantor Bapak\/Ibu menuntaskan 7 laporan/),
  ]);
  await openOffice(house.hall, '2026-11-24');
  expect(await heard(Rina)).toEqual([]);
  await openOffice(house.hall, '2026-12-01');
  expect(await heard(Rina)).toEqual([]);
  expect(await heard(Sari)).toEqual(['Kabar belajar di unit Bapak/Ibu, November, bisa dilihat di /unit.']);
});
