import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { runJob } from '../../../../api/testing/run-job.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { answerRecalled } from '../../../../db/stores/modules/recall.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { berkas, teach, wrongly } from './testing/repeated.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());
beforeEach(async () => {
  await openOffice(house.hall, '2026-11-18');
  await teach(house);
});

/** An employee without yearly hours to earn, with wrong answers of the day before. */
const learner = async (name: string, questions: readonly string[]) => {
  const who = await linkStaff(house, { name, roles: [] });
  await house.hall.database.sql`update employee set kind = 'pppk' where name = ${name}`;
  for (const question of questions) await wrongly(house, { name, question, on: '2026-11-17' });
  return who;
};

const rows = async (name: string) =>
  house.hall.database.sql<{ question: string; round: number; due: string }[]>`
    select r.question, r.round, r.due_on::text as due from module_repetition r join employee e on e.id = r.employee_id
    where e.name = ${name} order by r.question`;

test('the message of the day leads to the questions, which say at once why, and when they come again', async () => {
  const Rina = await learner('Rina Astuti', ['apa-kata-pertama-di-loket', berkas]);
  await runJob(house, 'remind-training');
  const [message] = await Rina.seen();
  expect(message?.text.replaceAll('*', '')).toBe(
    '2 soal dari Menyapa di loket ingin ditanyakan lagi, kira-kira semenit.',
  );
  expect(message?.buttons).toEqual(['Jawab sekarang', 'Besok', 'Pekan depan']);
  await playTranscript(
    `
    > [Jawab sekarang]
    Soal dari Menyapa di loket:
    Apa kata pertama di loket?
    …
    > [Selamat pagi]
    Tepat. Orangnya lebih dulu, baru nomornya.
    Saya tanyakan lagi Selasa, 24 Nov.
    …
    > [Soal berikutnya]
    Soal dari Menyapa di loket:
    Berkas kurang satu. Apa kata kita?
    …
    > [Berkas Anda salah]
    Belum tepat. Itu menyalahkan. Sebut dengan ramah apa yang kurang.
    Saya tanyakan lagi Kamis, 19 Nov.
    [Belajar]
  `,
    Rina,
  );
  expect(await rows('Rina Astuti')).toEqual([
    { question: 'apa-kata-pertama-di-loket', round: 1, due: '2026-11-24' },
    { question: berkas, round: 0, due: '2026-11-19' },
  ]);
});

test('an answer that comes twice, or late, changes nothing any more', async () => {
  const Tono = await learner('Tono Wibowo', ['apa-kata-pertama-di-loket']);
  const { database, city, clock, sessions, parts } = house.hall;
  const session = await sessions.open(Tono.address, true);
  const asked = await parts.reads(session).recalled();
  const give = (right: boolean) =>
    asked &&
    answerRecalled(
      database.sql,
      city(),
      session.contact,
      { do: 'recall.answer', module: asked.module, repetition: asked.repetition, right },
      clock.now(),
    );
  const moved = [{ question: 'apa-kata-pertama-di-loket', round: 1, due: '2026-11-24' }];
  await give(true);
  expect(await rows('Tono Wibowo')).toEqual(moved);
  await give(true);
  await give(false);
  expect(await rows('Tono Wibowo')).toEqual(moved);
});

test('*Berhenti mengulang* asks once more, and then nothing of the module comes back to this person', async () => {
  const Nia = await learner('Nia Lestari', ['apa-kata-pertama-di-loket', berkas]);
  const Hadi = await learner('Hadi Prabowo', [berkas]);
  await runJob(house, 'remind-training');
  await Promise.all([Nia.seen(), Hadi.seen()]);
  await playTranscript(
    `
    > [Jawab sekarang]
    Soal dari Menyapa di loket:
    …
    > [Berhenti mengulang]
    2 soal dari Menyapa di loket masih akan kembali. Tidak perlu kami tanyakan lagi?
    [Ya] [Tidak]
    > [Tidak]
    Baik, soalnya tetap kembali pada harinya.
    [Belajar]
  `,
    Nia,
  );
  expect(await rows('Nia Lestari')).toHaveLength(2);
  await playTranscript(
    `
    > [Jawab sekarang]
    Soal dari Menyapa di loket:
    …
    > [Berhenti mengulang]
    1 soal dari Menyapa di loket masih akan kembali. Tidak perlu kami tanyakan lagi?
    [Ya] [Tidak]
    > [Ya]
    Baik, soal dari Menyapa di loket tidak kami tanyakan lagi. Modulnya tetap bisa dibaca kapan saja.
    [Belajar]
  `,
    Hadi,
  );
  expect(await rows('Hadi Prabowo')).toEqual([]);
  expect(await rows('Nia Lestari')).toHaveLength(2);
});

test('a question that its module no longer has is asked no more, nor is one of a module taught no more', async () => {
  const Dewi = await learner('Dewi Anggraini', ['pertanyaan-lama']);
  const Agus = await learner('Agus Salim', [berkas]);
  await runJob(house, 'remind-training');
  expect(await Dewi.seen()).toEqual([]);
  expect(await Agus.seen()).toHaveLength(1);
  await house.hall.database.sql`update learning_module set withdrawn_at = now()`;
  await playTranscript(
    '> [Jawab sekarang]\nSaat ini tidak ada soal yang perlu ditanyakan lagi.\n[Belajar]',
    Agus,
  );
});

test('a question whose day is a day off is announced for the next working day', async () => {
  await openOffice(house.hall, '2026-11-20');
  const Wati = await linkStaff(house, { name: 'Wati Susilo', roles: [] });
  await house.hall.database.sql`update employee set kind = 'pppk' where name = 'Wati Susilo'`;
  await wrongly(house, { name: 'Wati Susilo', on: '2026-11-19' });
  await runJob(house, 'remind-training');
  await Wati.seen();
  await playTranscript(
    `
    > [Jawab sekarang]
    Soal dari Menyapa di loket:
    …
    > [Nomor berapa?]
    Belum tepat. Sapa dulu orangnya, nomor bisa menyusul.
    Saya tanyakan lagi Senin, 23 Nov.
    [Belajar]
  `,
    Wati,
  );
  expect(await rows('Wati Susilo')).toMatchObject([{ due: '2026-11-21' }]);
});
