import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { runJob } from '../../../../api/testing/run-job.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { planReminders } from '../../../../db/reminders/plan-reminders.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { noExtras } from '../../../training-extras.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];
beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await sql`insert into training (code, title, provider, form, jp, listed_on) values ('PP-1', 'Pelayanan Prima', 'BKPSDM', 'e_learning', 800, '2026-01-02')`;
});
afterAll(() => house.close());

/** An employee without yearly hours to earn, who holds the certificate of the training. */
const graduate = async (name: string, date: string, status = 'sah') => {
  const who = await linkStaff(house, { name, roles: [] });
  await sql`update employee set kind = 'pppk' where name = ${name}`;
  await sql`insert into certificate (employee_id, training_code, title, provider, jp, date, source, status, sent_at)
    select id, 'PP-1', 'Pelayanan Prima', 'BKPSDM', 800, ${date}, 'file', ${status}, now() from employee where name = ${name}`;
  return who;
};

const asked = () => sql<{ name: string; on: string; answered: boolean }[]>`
  select e.name, u.asked_on::text as on, u.answered from training_use_asked u join employee e on e.id = u.employee_id order by e.name`;
const answers = () => sql<{ training: string; answer: string }[]>`
  select training_code as training, answer from training_use order by answer`;

test('sixty days after a training it is asked once whether it is used at work, and nobody can tell who said what', async () => {
  await openOffice(house.hall, '2026-04-06');
  const Rina = await graduate('Rina Astuti', '2026-02-06');
  const Tono = await graduate('Tono Wibowo', '2026-02-06', 'menunggu');
  await runJob(house, 'remind-training');
  expect(await Rina.seen()).toEqual([]);
  await openOffice(house.hall, '2026-04-07');
  await runJob(house, 'remind-training');
  expect(await Tono.seen()).toEqual([]);
  const [message] = await Rina.seen();
  expect(message?.text.replaceAll('*', '')).toBe(
    'Dua bulan lalu Bapak/Ibu menyelesaikan Pelayanan Prima. Dipakai di pekerjaan? Jawaban disimpan tanpa nama.',
  );
  expect(message?.buttons).toEqual(['Sering', 'Kadang-kadang', 'Belum']);
  await playTranscript(
    `
    > [Kadang-kadang]
    Terima kasih. Jawaban untuk Pelayanan Prima kami simpan tanpa nama, supaya pelatihan berikutnya lebih berguna.
  `,
    Rina,
  );
  expect(await answers()).toEqual([{ training: 'PP-1', answer: 'sometimes' }]);
  expect(await asked()).toEqual([{ name: 'Rina Astuti', on: '2026-04-07', answered: true }]);
  for (const day of ['2026-04-08', '2026-04-14', '2026-05-06']) {
    await openOffice(house.hall, day);
    await runJob(house, 'remind-training');
  }
  expect(await Rina.seen()).toEqual([]);
});

test('an answer is given once, also with an old button; whoever says nothing is not asked again', async () => {
  await openOffice(house.hall, '2026-06-08');
  const [Nia, Hadi] = [
    await graduate('Nia Lestari', '2026-04-09'),
    await graduate('Hadi Prabowo', '2026-04-09'),
  ];
  const before = (await answers()).length;
  await runJob(house, 'remind-training');
  await Promise.all([Nia.seen(), Hadi.seen()]);
  await Nia.press('Sering');
  expect((await Nia.seen())[0]?.text).toContain('Terima kasih');
  const session = await house.hall.sessions.open(Nia.address, true);
  expect(await house.hall.parts.reads(session).usedAtWork('PP-1')).toMatchObject({ is: 'answered' });
  expect(await answers()).toHaveLength(before + 1);
  await openOffice(house.hall, '2026-06-16');
  await runJob(house, 'remind-training');
  expect(await Hadi.seen()).toEqual([]);
  await playTranscript('> [Belum]\nTerima kasih. Jawaban untuk Pelayanan Prima kami simpan…', Hadi);
});

test('what was never sent was never asked, and is asked when it can be', async () => {
  await openOffice(house.hall, '2026-08-03');
  const Dewi = await graduate('Dewi Anggraini', '2026-06-04');
  await sql`insert into absence (employee_id, from_day, until_day) select id, '2026-08-04', '2026-08-05' from employee where name = 'Dewi Anggraini'`;
  const { clock, deliver } = house.hall;
  const plan = async () => {
    const { database, seal, city } = house.hall;
    await planReminders(database, seal, { city: city(), now: clock.now(), extras: noExtras });
  };
  await plan();
  const mine = async () => (await asked()).filter(({ name }) => name === 'Dewi Anggraini');
  expect(await mine()).toEqual([{ name: 'Dewi Anggraini', on: '2026-08-03', answered: false }]);
  await openOffice(house.hall, '2026-08-04');
  await sql`update letter set not_before = now() where state = 'waiting'`;
  await deliver();
  await plan();
  expect(await Dewi.seen()).toEqual([]);
  expect(await mine()).toEqual([]);
  await openOffice(house.hall, '2026-08-06');
  await plan();
  await deliver();
  expect((await Dewi.seen())[0]?.text).toContain('Dipakai di pekerjaan?');
  expect(await mine()).toEqual([{ name: 'Dewi Anggraini', on: '2026-08-06', answered: false }]);
});
