import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { addCalendarDays } from '../../../domain/local-date.ts';
import { enrolled, enrolmentOf, plantTraining, shownCode, todayIn } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

let people = 0;
const somebody = async () => {
  people += 1;
  const name = `Peserta ${people}`;
  return { name, who: await linkStaff(house, { name, roles: [] }) };
};

describe('who is registered for a training', () => {
  test('is noted as present by the code in the room, typed or by its link, once a day', async () => {
    await plantTraining(house, { code: 'PP-1', title: 'Pelayanan Prima', days: 2 });
    const code = await shownCode(house, 'PP-1');
    const { name, who } = await somebody();
    await enrolled(house, name, 'PP-1');
    await house.hall.database
      .sql`insert into reminder_look (employee_id, next_at) select id, now() + interval '9 days' from employee where name = ${name}`;
    await playTranscript(
      `
      > HADIR ${code}
      Kehadiran Bapak/Ibu pada Pelayanan Prima, …, kami catat. Terima kasih sudah datang.
      [Lihat pelatihan]
      > /hadir ${code.toLowerCase()}
      Kehadiran Bapak/Ibu pada Pelayanan Prima, …, sudah tercatat.
      [Lihat pelatihan]
      > /start h_${code.replace('-', '')}
      Kehadiran Bapak/Ibu pada Pelayanan Prima, …, sudah tercatat.
      [Lihat pelatihan]
      > /hadir
      Silakan kirim kode hadir yang tampil di ruangan, misalnya 7K4-PQ2.
      [Batal]
      > besok
      Kode hadir terdiri dari 6 huruf dan angka…
      Silakan kirim kode hadir…
      [Batal]
      > hadir ${code.replace('-', ' ')}
      Kehadiran Bapak/Ibu pada Pelayanan Prima, …, sudah tercatat.
      [Lihat pelatihan]
      `,
      who,
    );
    expect(await enrolmentOf(house, name, 'PP-1')).toMatchObject({
      state: 'registered',
      source: 'office',
      attended: todayIn(house),
    });
    const [look] = await house.hall.database
      .sql`select next_at = '-infinity' as now from reminder_look l join employee e on e.id = l.employee_id where e.name = ${name}`;
    expect(look?.now).toBe(true);
  });

  test('on its last day is asked to say that they are done, and how it was', async () => {
    await plantTraining(house, { code: 'PP-2', title: 'Arsip Digital' });
    const code = await shownCode(house, 'PP-2');
    const { name, who } = await somebody();
    await enrolled(house, name, 'PP-2');
    await playTranscript(
      `
      > HADIR ${code}
      Kehadiran Bapak/Ibu pada Arsip Digital, …, kami catat. Terima kasih sudah datang.
      Kalau pelatihannya sudah selesai, tekan Sudah selesai, supaya pengingatnya berhenti.
      [Sudah selesai] [Nilai pelatihan]
      `,
      who,
    );
  });
});

describe('who is not registered', () => {
  test('may join on the spot while there is room, and need not', async () => {
    await plantTraining(house, { code: 'PP-3', title: 'Bahasa Isyarat', quota: 1 });
    const code = await shownCode(house, 'PP-3');
    const [first, second] = [await somebody(), await somebody()];
    await playTranscript(
      `
      > HADIR ${code}
      Bapak/Ibu belum terdaftar pada Bahasa Isyarat, dan masih ada tempat. Mau sekalian kami daftarkan dan catat hadir?
      [Ya] [Tidak]
      > tidak
      Baik, tidak kami daftarkan dan tidak kami catat hadir.
      > HADIR ${code}
      Bapak/Ibu belum terdaftar…
      [Ya] [Tidak]
      > ya
      Kehadiran Bapak/Ibu pada Bahasa Isyarat, …
      …
      `,
      first.who,
    );
    expect(await enrolmentOf(house, first.name, 'PP-3')).toMatchObject({
      state: 'registered',
      source: 'self',
      attended: todayIn(house),
    });
    await playTranscript(
      `
      > HADIR ${code}
      Mohon maaf, tempat di Bahasa Isyarat sudah penuh, jadi kehadiran belum bisa kami catat. …
      [Lihat pelatihan]
      `,
      second.who,
    );
    expect(await enrolmentOf(house, second.name, 'PP-3')).toBeUndefined();
  });

  test('but waits for a seat, has it before somebody who never asked, and only where one is free', async () => {
    await plantTraining(house, { code: 'PP-4', title: 'Public Speaking', quota: 1 });
    const code = await shownCode(house, 'PP-4');
    const [waits, also, new_] = [await somebody(), await somebody(), await somebody()];
    await enrolled(house, waits.name, 'PP-4', 'waiting');
    await enrolled(house, also.name, 'PP-4', 'waiting');
    await playTranscript(`> HADIR ${code}\nMohon maaf, tempat di Public Speaking sudah penuh…\n…`, new_.who);
    await playTranscript(`> HADIR ${code}\nKehadiran Bapak/Ibu pada Public Speaking, …\n…`, waits.who);
    await playTranscript(`> HADIR ${code}\nMohon maaf, tempat di Public Speaking sudah penuh…\n…`, also.who);
    expect(await enrolmentOf(house, waits.name, 'PP-4')).toMatchObject({
      state: 'registered',
      source: 'office',
    });
    expect(await enrolmentOf(house, also.name, 'PP-4')).toMatchObject({ state: 'waiting', attended: null });
  });

  test('is one of two who say yes at the same moment to the last seat', async () => {
    await plantTraining(house, { code: 'PP-5', title: 'K3 Dasar', quota: 1 });
    const code = await shownCode(house, 'PP-5');
    const both = [await somebody(), await somebody()];
    for (const { who } of both) await playTranscript(`> HADIR ${code}\nBapak/Ibu belum terdaftar…\n…`, who);
    await Promise.all(both.map(({ who }) => who.type('ya')));
    const said = (await Promise.all(both.map(({ who }) => who.seen()))).map(
      (seen) => seen.at(-1)?.text ?? '',
    );
    expect(said.filter((text) => text.startsWith('Kehadiran Bapak/Ibu'))).toHaveLength(1);
    expect(said.filter((text) => text.startsWith('Mohon maaf, tempat di'))).toHaveLength(1);
    const rows = await house.hall.database.sql`select 1 from enrolment where training_code = 'PP-5'`;
    expect(rows).toHaveLength(1);
  });
});

describe('a code', () => {
  test('is good on its own day only, and two of one day let people in alike', async () => {
    await plantTraining(house, { code: 'PP-6', title: 'Excel Lanjutan', days: 2 });
    const tomorrow = addCalendarDays(todayIn(house), 1);
    const [one, other] = [await shownCode(house, 'PP-6'), await shownCode(house, 'PP-6')];
    const next = await shownCode(house, 'PP-6', tomorrow);
    const { name, who } = await somebody();
    await enrolled(house, name, 'PP-6');
    await playTranscript(
      `
      > HADIR ${next}
      Kode ini untuk Excel Lanjutan, …. Silakan kirim lagi pada hari itu.
      > HADIR ${one}
      Kehadiran Bapak/Ibu pada Excel Lanjutan, …, kami catat…
      …
      > HADIR ${other}
      Kehadiran Bapak/Ibu pada Excel Lanjutan, …, sudah tercatat.
      …
      `,
      who,
    );
    await house.hall.clock.shift(24 * 3600);
    await playTranscript(
      `
      > HADIR ${one}
      Kode hadir ini tidak cocok atau sudah tidak berlaku…
      > HADIR ${next}
      Kehadiran Bapak/Ibu pada Excel Lanjutan, …, kami catat…
      …
      [Sudah selesai] [Nilai pelatihan]
      `,
      who,
    );
    expect((await enrolmentOf(house, name, 'PP-6'))?.attended).toBe(tomorrow);
  });

  test('is guessed as seldom as one that links a chat, which counted already; nobody else learns whether one is right', async () => {
    await plantTraining(house, { code: 'PP-7', title: 'Kearsipan' });
    const code = await shownCode(house, 'PP-7');
    const { name, who } = await somebody();
    await enrolled(house, name, 'PP-7');
    for (let i = 0; i < 4; i++) await playTranscript(`> HADIR 000-00${i}\nKode hadir ini tidak cocok…`, who);
    await playTranscript(`> HADIR ${code}\nSudah terlalu banyak kode yang dicoba…`, who);
    await house.hall.clock.shift(3_700);
    await playTranscript(`> HADIR ${code}\nKehadiran Bapak/Ibu pada Kearsipan…\n…`, who);
    const citizen = house.actor();
    for (const tried of [code, '000-000'])
      await playTranscript(`> HADIR ${tried}\nChat ini belum terhubung dengan data kepegawaian…`, citizen);
  });
});
