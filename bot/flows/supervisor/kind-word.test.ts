import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { pressDoor } from '../../../api/testing/office-steps.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];
beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await sql`insert into training (code, title, provider, form, jp, complete_by, listed_on)
    values ('KR-02', 'Keselamatan Kerja', 'BKPSDM', 'e_learning', 800, '2026-11-27', '2026-01-05')`;
});
afterAll(() => house.close());

const learner = async (name: string) => {
  const actor = await linkStaff(house, { name, roles: [] });
  const [found] = await sql<{ id: number }[]>`select id::int as id from employee where name = ${name}`;
  const id = found?.id ?? 0;
  await sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
    values (${id}, 'KR-02', 'registered', 'office', '2026-10-01', now())`;
  await sql`insert into certificate (employee_id, title, provider, jp, date, source, status, sent_at)
    values (${id}, 'Kelas', 'BKPSDM', 2000, '2026-02-10', 'file', 'sah', now())`;
  await actor.seen();
  return { actor, id };
};

const textsOf = async ({ actor }: Awaited<ReturnType<typeof learner>>): Promise<string[]> =>
  (await actor.seen()).map(({ text }) => text);

const sent = 'Pesan ramah untuk';

test('a kind word of the evening waits for the morning, and is not said of what was done meanwhile', async () => {
  await openOffice(house.hall, '2026-11-18');
  const Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
  const Rina = await learner('Rina Astuti');
  const Budi = await learner('Budi Santoso');
  await house.hall.clock.shift(12 * 3600);
  for (const { id } of [Rina, Budi])
    expect((await pressDoor(Hadi, `kind-word:${id}`)).join(' ')).toContain(sent);
  await house.hall.deliver();
  expect([await textsOf(Rina), await textsOf(Budi)]).toEqual([[], []]);
  await sql`update enrolment set finished_on = '2026-11-18' where employee_id = ${Rina.id}`;
  await openOffice(house.hall, '2026-11-19');
  await sql`update letter set not_before = now() where state = 'waiting'`;
  await house.hall.deliver();
  expect(await textsOf(Rina)).toEqual([]);
  expect(await textsOf(Budi)).toEqual([
    'Pesan ramah dari kepala unit Bapak/Ibu: semoga lancar menyelesaikan Keselamatan Kerja, batasnya Jumat, 27 Nov. Kalau ada kendala, silakan disampaikan, supaya bisa dibantu.',
  ]);
});

test('two who press at one moment say one kind word, which comes not again within a week, nor to whoever said STOP', async () => {
  await openOffice(house.hall, '2026-11-20');
  const Ratih = await linkStaff(house, { name: 'Ratih', roles: ['hr'], unit: 'bkpsdm' });
  const Lina = await linkStaff(house, { name: 'Lina Marlina', roles: ['supervisor'] });
  const Dewi = await learner('Dewi Lestari');
  await Promise.all([Ratih, Lina].map((one) => pressDoor(one, `kind-word:${Dewi.id}`)));
  await house.hall.deliver();
  expect(await textsOf(Dewi)).toHaveLength(1);
  const words = async () => (await sql`select from kind_word where employee_id = ${Dewi.id}`).length;
  expect(await words()).toBe(1);
  await openOffice(house.hall, '2026-11-26');
  expect((await pressDoor(Lina, `kind-word:${Dewi.id}`)).join(' ')).toContain('sudah disapa pekan ini');
  expect(await words()).toBe(1);
  await openOffice(house.hall, '2026-11-27');
  await Dewi.actor.type('STOP');
  await Dewi.actor.seen();
  expect((await pressDoor(Lina, `kind-word:${Dewi.id}`)).join(' ')).toContain('mohon disapa langsung');
  await Dewi.actor.type('/start');
  expect(await words()).toBe(1);
});
