import { afterAll, beforeAll, expect, test } from 'vitest';
import { hireSomebody } from '../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { plantTraining } from '../../../bot/flows/asn/training/testing/attended.ts';
import { Overtaken } from '../../overtaken.ts';
import { enrolOther } from './enrol.ts';
import { seatWaiting } from './seat-waiting.ts';
import { takeSeat } from './take-seat.ts';
import { withdraw } from './withdraw.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const sql = () => house.hall.database.sql;

const idOf = async (nip: string): Promise<number> =>
  Number((await sql()`select id from employee where nip = ${nip}`)[0]?.id);

const hire = async (name: string): Promise<number> =>
  idOf(await hireSomebody(sql(), { name, unit: 'dinas_perhubungan' }));

/** One transaction of its own, as a message's is. */
const take = (employee: number, training: string, expects?: 'registered' | 'waiting'): Promise<string> =>
  sql()
    .begin((tx) =>
      takeSeat(
        tx,
        house.hall.seal,
        house.hall.city(),
        { employee, training, source: 'self', ...(expects && { expects }) },
        house.hall.clock.now(),
      ),
    )
    .then(
      ({ seated }) => seated,
      (error: unknown) => {
        if (error instanceof Overtaken) return 'overtaken';
        throw error;
      },
    );

const states = async (training: string) =>
  (
    await sql()<{ state: string; count: number }[]>`
    select state, count(*)::int as count from enrolment where training_code = ${training} group by 1 order by 1`
  ).map(({ state, count }) => `${count} ${state}`);

test('of twelve who want the last three seats at one moment three get one, and the others wait', async () => {
  await plantTraining(house, { code: 'RUSH', from: 10, quota: 3 });
  const people = await Promise.all(Array.from({ length: 12 }, (_, i) => hire(`Rush ${i}`)));
  const came = await Promise.all(people.map((one) => take(one, 'RUSH')));
  expect(came.filter((one) => one === 'registered')).toHaveLength(3);
  expect(await states('RUSH')).toEqual(['3 registered', '9 waiting']);
});

test('who was told of a seat is not put on the waiting list without being asked', async () => {
  await plantTraining(house, { code: 'LAST', from: 10, quota: 1 });
  const [one, other] = [await hire('Last 1'), await hire('Last 2')];
  const came = await Promise.all([take(one, 'LAST', 'registered'), take(other, 'LAST', 'registered')]);
  expect(came.toSorted()).toEqual(['overtaken', 'registered']);
  expect(await states('LAST')).toEqual(['1 registered']);
});

test('the same person twice at one moment has one place', async () => {
  await plantTraining(house, { code: 'TWICE', from: 10, quota: 5 });
  const one = await hire('Twice');
  expect(await Promise.all([take(one, 'TWICE'), take(one, 'TWICE')])).toEqual(['registered', 'registered']);
  expect(await states('TWICE')).toEqual(['1 registered']);
});

test('two who leave at one moment make room for the two who wait longest, once each', async () => {
  await plantTraining(house, { code: 'SWAP', title: 'Tukar Kursi', from: 10, quota: 2 });
  const staff = await Promise.all(
    ['Swap A', 'Swap B', 'Swap C'].map((name) => linkStaff(house, { name, roles: [] })),
  );
  const rows = await sql()<{ id: number; contact: number; name: string }[]>`
    select e.id::int as id, l.contact_id::int as contact, e.name from employee e join staff_link l on l.employee_id = e.id
    where e.name like 'Swap _' order by e.name`;
  const ids = await Promise.all(['Swap D', 'Swap E'].map(hire));
  const order = [...rows.slice(0, 2).map(({ id }) => id), rows[2]?.id ?? 0, ...ids];
  for (const [i, id] of order.entries()) {
    await take(id, 'SWAP');
    await sql()`update enrolment set changed_at = changed_at - make_interval(mins => ${60 - i}) where employee_id = ${id} and training_code = 'SWAP'`;
  }
  expect(await states('SWAP')).toEqual(['2 registered', '3 waiting']);
  await Promise.all(
    rows
      .slice(0, 2)
      .map(({ contact }) =>
        sql().begin((tx) =>
          withdraw(
            tx,
            house.hall.seal,
            house.hall.city(),
            { id: contact },
            { do: 'training.withdraw', training: 'SWAP' },
            house.hall.clock.now(),
          ),
        ),
      ),
  );
  const now = await sql()<{ name: string; state: string }[]>`
    select e.name, n.state from enrolment n join employee e on e.id = n.employee_id where n.training_code = 'SWAP' order by 1`;
  expect(now.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'Swap A withdrawn',
    'Swap B withdrawn',
    'Swap C registered',
    'Swap D registered',
    'Swap E waiting',
  ]);
  await house.hall.deliver();
  expect((await staff[2]?.seen())?.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Kabar baik: ada tempat untuk Bapak\/Ibu di Tukar Kursi/),
  ]);
});

test('a seat that became free otherwise goes to whoever waits before anybody new', async () => {
  await plantTraining(house, { code: 'MORE', from: 10, quota: 1 });
  const [first, waits, late] = [await hire('More 1'), await hire('More 2'), await hire('More 3')];
  expect(await take(first, 'MORE')).toBe('registered');
  expect(await take(waits, 'MORE')).toBe('waiting');
  await sql()`update training set quota = 2 where code = 'MORE'`;
  expect(await take(late, 'MORE')).toBe('waiting');
  expect(await take(waits, 'MORE')).toBe('registered');
});

test('letters about a seat wait for the morning', async () => {
  await plantTraining(house, { code: 'NIGHT', from: 10, quota: 1 });
  await linkStaff(house, { name: 'Night 2', roles: [] });
  const [row] = await sql()<{ id: number }[]>`select id::int as id from employee where name = 'Night 2'`;
  const first = await hire('Night 1');
  await take(first, 'NIGHT');
  await take(row?.id ?? 0, 'NIGHT');
  await sql()`update training set quota = 2 where code = 'NIGHT'`;
  const evening = new Date(house.hall.clock.now().getTime() + 12 * 3_600_000);
  await sql().begin((tx) =>
    seatWaiting(tx, house.hall.seal, house.hall.city(), { training: 'NIGHT' }, evening),
  );
  const [letter] = await sql()<{ hours: number }[]>`
    select extract(epoch from not_before - now())::float / 3600 as hours from letter order by id desc limit 1`;
  expect(letter?.hours).toBeGreaterThan(6);
});

const enrolBy = (by: number, employee: number, training: string) =>
  sql().begin((tx) =>
    enrolOther(tx, house.hall.seal, house.hall.city(), { by, employee, training }, house.hall.clock.now()),
  );

test('a head enrols their own people, who hear from whom and why; twice is once', async () => {
  await plantTraining(house, { code: 'HEAD', title: 'Tata Naskah', from: 10 });
  await linkStaff(house, { name: 'Bu Kepala', roles: ['supervisor'] });
  const Lia = await linkStaff(house, { name: 'Lia', roles: [] });
  await linkStaff(house, { name: 'Mira', roles: [], unit: 'disdukcapil' });
  await linkStaff(house, { name: 'Pak Personalia', roles: ['hr'], unit: 'disdukcapil' });
  const find = async (name: string) =>
    (
      await sql()<{ id: number; contact: number }[]>`
      select e.id::int as id, l.contact_id::int as contact from employee e join staff_link l on l.employee_id = e.id where e.name = ${name}`
    )[0] ?? { id: 0, contact: 0 };
  const [head, lia, mira] = [await find('Bu Kepala'), await find('Lia'), await find('Mira')];
  expect(await enrolBy(head.contact, lia.id, 'HEAD')).toBe('registered');
  expect(await enrolBy(head.contact, lia.id, 'HEAD')).toBe('registered');
  await house.hall.deliver();
  expect((await Lia.seen()).map(({ text }) => text)).toEqual([
    'Bu Kepala, Analis Kebijakan, mendaftarkan Bapak/Ibu pada Tata Naskah. JP Bapak/Ibu tahun ini baru 0 dari 20.\nKalau berhalangan, silakan sampaikan kepada atasan langsung.',
  ]);
  const lines = await sql()`select 1 from audit where action = 'enrolled-by-office'`;
  expect(lines).toHaveLength(1);
  for (const [by, whom] of [
    [head.contact, mira.id],
    [head.contact, head.id],
    [lia.contact, head.id],
    [mira.contact, lia.id],
  ] as const)
    await expect(enrolBy(by, whom, 'HEAD')).rejects.toThrow(Overtaken);
  const personnel = await find('Pak Personalia');
  expect(await enrolBy(personnel.contact, head.id, 'HEAD')).toBe('registered');
  await expect(enrolBy(personnel.contact, personnel.id, 'HEAD')).rejects.toThrow(Overtaken);
  await expect(enrolBy(head.contact, lia.id, 'NOWHERE')).rejects.toThrow(Overtaken);
});

test('nobody enrols who stands above them', async () => {
  await plantTraining(house, { code: 'UP', from: 10 });
  await linkStaff(house, { name: 'Kasi', roles: ['supervisor'] });
  await linkStaff(house, { name: 'Kadis', roles: ['supervisor'] });
  await sql()`update employee set supervisor_nip = (select nip from employee where name = 'Kadis') where name = 'Kasi'`;
  const [row] = await sql()<{ kasi: number; kadis: number; by: number }[]>`
    select k.id::int as kasi, d.id::int as kadis, l.contact_id::int as by from employee k join staff_link l on l.employee_id = k.id, employee d
    where k.name = 'Kasi' and d.name = 'Kadis'`;
  await expect(enrolBy(row?.by ?? 0, row?.kadis ?? 0, 'UP')).rejects.toThrow(Overtaken);
});
