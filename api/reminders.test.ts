import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobName } from '../bot/jobs/index.ts';
import { acting, listenIn, walkCalendar } from './testing/calendar-walk.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { groupCodeFor, newGroupId, said } from './testing/office-group.ts';
import { fileReport, linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
beforeEach(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-12-14');
});
afterEach(() => house.close());

type Phoned = ReturnType<TestHall['actor']>;

/** Some days, from Tuesday 15 December unless said, and what each phone gets. */
const days = async (
  people: { [name: string]: Phoned },
  {
    from = '2026-12-15',
    until,
    jobs = ['escalate-reports'],
    hours = [8, 10],
  }: { from?: string; until: string; jobs?: JobName[]; hours?: number[] },
): Promise<string[]> => {
  for (const one of Object.values(people)) await one.seen();
  const rows = listenIn(house, people, new Map());
  await walkCalendar(house, { from, until, hours, jobs });
  return rows.map((row) => row.replace(/SLT-\w{6}/, 'T').slice(0, 60)).toSorted();
};

describe('a reminder', () => {
  test('goes to whoever took the report, and to their stand-in while they are on leave', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti' });
    const Budi = await linkStaff(house, { name: 'Budi Santoso' });
    const Wati = await linkStaff(house, { name: 'Wati Lestari' });
    const [first, second] = [await fileReport(house), await fileReport(house)];
    await acting(house)(Rina, first, 'staff', { action: 'accept' });
    await acting(house)(Budi, second, 'staff', { action: 'accept' });
    await house.hall.database.sql`insert into absence (employee_id, from_day, until_day, stand_in_id)
      select away.id, '2026-12-17', '2026-12-17', instead.id from employee away, employee instead
      where away.name = 'Budi Santoso' and instead.name = 'Wati Lestari'`;
    expect(await days({ Rina, Budi, Wati }, { until: '2026-12-17' })).toEqual([
      '2026-12-17 08 Rina: Laporan T (Lampu Jalan (PJU)) masih menu',
      '2026-12-17 08 Wati: Laporan T (Lampu Jalan (PJU)) masih menu',
    ]);
  });

  test('waits until somebody of the office is on duty, and goes to nobody else', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti' });
    const Budi = await linkStaff(house, { name: 'Budi Santoso' });
    await fileReport(house);
    await house.hall.database
      .sql`insert into duty_shift (unit_code, employee_id, from_day, until_day, opens, closes)
      select 'dinas_perhubungan', id, '2026-12-15', '2026-12-31', '09.30', '12.00' from employee where name = 'Budi Santoso'`;
    expect(await days({ Rina, Budi }, { until: '2026-12-17' })).toEqual([
      '2026-12-17 10 Budi: Laporan T (Lampu Jalan (PJU)) masih menu',
    ]);
  });

  test('to an office without an officer in chat is told in its group', async () => {
    const Hadi = await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'] });
    const Dewi = await linkStaff(house, { name: 'Dewi Kartika', roles: ['coordinator'], unit: 'setda' });
    const group = house.emulator.group({ id: newGroupId(), title: 'Grup Contoh' });
    group.as(Hadi.phone.person).type(`/hubungkan ${await groupCodeFor(house, 'dinas_perhubungan')}`);
    await fileReport(house);
    expect(await days({ Hadi, Dewi }, { until: '2026-12-17' })).toEqual([]);
    expect(said(group).at(-1)).toMatch(
      /^Laporan SLT-\w{6} \(Lampu Jalan \(PJU\)\) masih menunggu kabar pertama/,
    );
  });

  test('without a group goes to the coordinators', async () => {
    const Dewi = await linkStaff(house, { name: 'Dewi Kartika', roles: ['coordinator'], unit: 'setda' });
    await fileReport(house);
    expect(await days({ Dewi }, { until: '2026-12-17' })).toEqual([
      '2026-12-17 08 Dewi: Di Dinas Perhubungan sedang tidak ada ya',
    ]);
    expect((await Dewi.seen()).at(-1)?.buttons).toEqual(['Lihat laporan']);
  });

  test('of a report that waits to be passed on goes to the coordinators', async () => {
    await house.hall.database.sql`update unit set answers = false where code = 'dinas_perhubungan'`;
    await house.hall.refresh();
    const Dewi = await linkStaff(house, { name: 'Dewi Kartika', roles: ['coordinator'], unit: 'setda' });
    await fileReport(house);
    expect(await days({ Dewi }, { until: '2026-12-18' })).toEqual([
      '2026-12-16 08 Dewi: Laporan T (Lampu Jalan (PJU)) perlu dite',
      '2026-12-18 08 Dewi: Di Sekretariat Daerah sedang tidak ada y',
      '2026-12-18 08 Dewi: Laporan T (Lampu Jalan (PJU)) masih menu',
    ]);
    expect((await Dewi.seen()).map(({ buttons }) => buttons.join(' · '))).toEqual([
      'Teruskan · Lihat laporan',
      'Teruskan · Lihat laporan',
      'Teruskan · Lihat laporan',
    ]);
  });

  test('at half time, of many reports at once, is one letter that names them', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti' });
    const Budi = await linkStaff(house, { name: 'Budi Santoso' });
    const tickets = [];
    for (let nth = 0; nth < 4; nth++) tickets.push(await fileReport(house));
    await acting(house)(Budi, tickets[0] ?? '', 'staff', { action: 'accept' });
    tickets.push(await fileReport(house));
    expect(await days({ Rina, Budi }, { until: '2026-12-17' })).toEqual([
      '2026-12-17 08 Budi: 5 laporan sudah setengah jalan menuju ta',
      '2026-12-17 08 Rina: 4 laporan sudah setengah jalan menuju ta',
    ]);
    const [told] = await Rina.seen();
    expect(told?.text.split('\n').at(-1)).toBe(tickets.slice(1).join(', '));
    expect(told?.buttons).toEqual(['Tiket saya']);
  });

  test('to a head that comes late is still theirs once they are there', async () => {
    const Hadi = await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'] });
    const Dewi = await linkStaff(house, { name: 'Dewi Kartika', roles: ['coordinator'], unit: 'setda' });
    await fileReport(house);
    const late = { from: '2027-01-18', until: '2027-01-18', hours: [7, 8] };
    expect(await days({ Hadi, Dewi }, late)).toEqual([
      '2027-01-18 08 Hadi: Laporan T (Lampu Jalan (PJU)) belum sele',
    ]);
  });

  test('leads with one tap to what it asks for', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti' });
    const Hadi = await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'] });
    await fileReport(house);
    await days({ Rina, Hadi }, { until: '2026-12-22' });
    const last = async (one: Phoned) => (await one.seen()).map(({ buttons }) => buttons.join(' · '));
    expect(await last(Rina)).toEqual([
      'Terima · Lihat laporan',
      'Dijadwalkan · Belum bisa · Terima · Lihat laporan',
    ]);
    expect(await last(Hadi)).toEqual(['Perpanjang · Alihkan · Lihat laporan']);
  });
});

test('at night nothing is written, and in the morning it is', async () => {
  const Ani = house.actor({ firstName: 'Ani' });
  await fileReport(house, { actor: Ani });
  expect(await days({ Ani }, { until: '2026-12-22', hours: [5, 22, 23] })).toEqual([]);
  const rows = listenIn(house, { Ani }, new Map());
  await walkCalendar(house, {
    from: '2026-12-23',
    until: '2026-12-23',
    hours: [6],
    jobs: ['escalate-reports'],
  });
  expect(rows).toEqual([expect.stringMatching(/^2026-12-23 06 Ani: Mohon maaf, laporan/)]);
});

test('in a city on WITA the local day ends an hour earlier', async () => {
  await house.hall.database.sql`update agency set zone = 'Asia/Makassar'`;
  await house.hall.refresh();
  await openOffice(house.hall, '2026-12-14');
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  const Ani = house.actor({ firstName: 'Ani' });
  await fileReport(house, { actor: Ani });
  const hours = [0.5, 7, 7.6, 15, 16.1, 23.5];
  const rows = await days({ Rina, Ani }, { until: '2026-12-21', hours });
  expect(rows).toEqual([
    '2026-12-17 07 Rina: Laporan T (Lampu Jalan (PJU)) masih menu',
    '2026-12-18 07 Rina: Laporan T (Lampu Jalan (PJU)) kita janji',
    '2026-12-21 16 Ani: Mohon maaf, laporan T belum selesai, dan ',
  ]);
});

describe('on the first working day of a week', () => {
  test('each office that answers hears once how its reports stand, whoever is on duty', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti' });
    const Hadi = await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'] });
    const [first] = [await fileReport(house), await fileReport(house), await fileReport(house)];
    await acting(house)(
      Rina,
      first,
      'staff',
      { action: 'accept' },
      { action: 'finish', given: { result: 'x' } },
    );
    const jobs: JobName[] = ['weekly-digest'];
    const rows = await days({ Rina, Hadi }, { until: '2026-12-28', jobs, hours: [7, 8, 10] });
    expect(rows).toEqual([
      '2026-12-21 08 Hadi: Laporan pekan ini, Dinas Perhubungan',
      '2026-12-21 08 Rina: Laporan pekan ini, Dinas Perhubungan',
      '2026-12-28 08 Hadi: Laporan pekan ini, Dinas Perhubungan',
      '2026-12-28 08 Rina: Laporan pekan ini, Dinas Perhubungan',
    ]);
    expect((await Rina.seen()).map(({ text, buttons }) => [text.split('\n').slice(1), buttons])).toEqual([
      [
        [
          'Terbuka: 3, lewat janji: 0, menunggu warga: 0.',
          'Pekan lalu selesai: 1. Kabar pertama tepat waktu: 1 dari 1.',
        ],
        ['Tiket saya'],
      ],
      [
        [
          'Terbuka: 3, lewat janji: 2, menunggu warga: 0.',
          'Pekan lalu selesai: 0. Kabar pertama tepat waktu: 0 dari 0.',
        ],
        ['Tiket saya'],
      ],
    ]);
  });
});

test('a year without holidays is said once a week to those who can import them, until they are there', async () => {
  const Dewi = await linkStaff(house, { name: 'Dewi Kartika', roles: ['coordinator'], unit: 'setda' });
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  await house.hall.database.sql`create table kept as select * from holiday where date >= '2027-01-01'`;
  await house.hall.database.sql`delete from holiday where date >= '2027-01-01'`;
  await house.hall.refresh();
  const rows = await days({ Dewi, Rina }, { until: '2026-12-23', jobs: ['watch-holidays'] });
  expect(rows).toEqual([
    '2026-12-15 08 Dewi: Hari libur tahun 2027 belum dimasukkan. ',
    '2026-12-21 08 Dewi: Hari libur tahun 2027 belum dimasukkan. ',
  ]);
  await house.hall.database.sql`insert into holiday select * from kept`;
  await house.hall.refresh();
  const later = listenIn(house, { Dewi }, new Map());
  await walkCalendar(house, {
    from: '2026-12-28',
    until: '2026-12-29',
    hours: [10],
    jobs: ['watch-holidays'],
  });
  expect(later).toEqual([]);
});
