import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PhaseName } from '../bot/domain/award/phase.ts';
import { castBallots, hireIn, nominee } from '../db/award/testing.ts';
import { currentAward } from '../db/reads/award/current.ts';
import { minutesOf } from '../db/reads/award/minutes.ts';
import { createAwardJob } from './award-job.ts';
import { type PlantedAward, plantAward, untilPhase } from './testing/award.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
let award: PlantedAward;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  for (const name of ['Sari', 'Tono', 'Umi', 'Wawan', 'Yuni', 'Zaki'])
    await linkStaff(house, { name, roles: ['supervisor'] });
  await linkStaff(house, { name: 'Panitia Satu', roles: ['committee'], unit: 'dinas_lh' });
  await linkStaff(house, { name: 'Pegawai Biasa', roles: [], unit: 'dinas_lh' });
  award = await plantAward(house.hall);
});
afterAll(() => house.close());

/** Lets several processes run the job at once, and gives who was told what since. */
const runs = async (): Promise<Record<string, number>> => {
  const before = await told();
  await Promise.all([1, 2, 3].map(() => createAwardJob(house.hall)()));
  await createAwardJob(house.hall)();
  const now = await told();
  return Object.fromEntries(
    Object.entries(now).flatMap(([what, count]) =>
      count === before[what] ? [] : [[what, count - (before[what] ?? 0)]],
    ),
  );
};
const told = async (): Promise<Record<string, number>> => {
  const rows = await house.hall.database.sql<{ what: string; n: number }[]>`
    select what, count(*)::int as n from award_told group by what`;
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
};
const letters = async (): Promise<number> => {
  const [row] = await house.hall.database.sql<{ n: number }[]>`select count(*)::int as n from letter`;
  return row?.n ?? 0;
};
const now = () => currentAward(house.hall.database.sql, house.hall.clock.now(), 'Asia/Jakarta');
const until = (name: PhaseName) => untilPhase(house.hall, award, name);
const phaseNow = async (name: PhaseName) => {
  const phase = (await now())?.schedule.phases.find((one) => one.name === name);
  if (!phase) throw new Error('no phase');
  return phase;
};

test('while the rules are announced every ASN hears of them once, and of nothing else', async () => {
  expect(await runs()).toEqual({ rules: 8 });
  expect(await runs()).toEqual({});
});

test('when nominations open everybody who may nominate hears of it once, in the office\u2019s hours', async () => {
  await until('nominasi');
  const before = await letters();
  await house.hall.clock.shift(-6 * 3600);
  expect(await runs()).toEqual({});
  await house.hall.clock.shift(6 * 3600);
  expect(Object.keys(await runs())).toEqual(['nominate']);
  expect((await letters()) - before).toBe(8);
  expect(await runs()).toEqual({});
});

test('then the committee, and each nominee about the own record, once a chat reaches them', async () => {
  const { database } = house.hall;
  const at = { database, city: house.hall.city(), hire: hireIn(database) };
  for (const name of ['Ayu', 'Bima']) await nominee(at, award.cycle.code, 'pelaksana', name);
  await database.sql`update personnel_record set year = ${award.cycle.year} - (2027 - year)`;
  await database.sql`update certificate set date = make_date(${award.cycle.year}, 2, 1)`;
  await until('verifikasi');
  expect(await runs()).toEqual({ verify: 1 });
  await until('koreksi');
  expect(await runs()).toEqual({});
  const chat = house.actor({ firstName: 'Ayu' });
  const { contact } = await house.hall.sessions.open(chat.address, true);
  await database.sql`insert into staff_link (contact_id, employee_id, channel, since)
    select ${contact.id}, id, ${chat.address.channel}, now() from employee where name = 'Ayu'`;
  expect(Object.values(await runs())).toEqual([1]);
  expect(await runs()).toEqual({});
  await until('penilaian');
  expect(await runs()).toEqual({ score: 1 });
});

test('when the vote opens roll and candidates are fixed, and every voter is invited once', async () => {
  await until('pemungutan_suara');
  expect(await runs()).toEqual({ vote: 6 });
  expect(await now()).toMatchObject({ frozen: true, closed: false });
  expect(await runs()).toEqual({});
});

test('two working days before the end only those are reminded who have not voted', async () => {
  const { database } = house.hall;
  const voters = await database.sql<
    { id: number }[]
  >`select employee_id::int as id from award_roll order by 1`;
  const roll = voters.map(({ id }) => id);
  await castBallots({ database, roll, zone: 'Asia/Jakarta' }, award.cycle, 'pelaksana', [0, 1]);
  const { until: end } = await phaseNow('pemungutan_suara');
  await openOffice(house.hall, end);
  expect(await runs()).toEqual({ 'vote-remind': 4 });
});

test('below its quorum the vote is prolonged once by itself, and those who have not voted hear of it', async () => {
  await until('rekap');
  expect(await runs()).toEqual({ 'vote-longer': 4 });
  expect((await now())?.standing).toMatchObject({ is: 'in', phase: 'pemungutan_suara' });
});

test('after that it closes by itself, and the committee, which now decides, is asked to count', async () => {
  await openOffice(house.hall, (await phaseNow('rekap')).from);
  expect(await runs()).toEqual({ count: 1 });
  expect(await now()).toMatchObject({ closed: true });
  const minutes = await minutesOf(house.hall.database.sql, award.id);
  expect(minutes.filter(({ about }) => about === 'quorum')).toMatchObject([{ category: 'pelaksana' }]);
  expect(minutes.filter(({ about }) => about === 'extended')).toHaveLength(1);
  expect(await runs()).toEqual({});
});
