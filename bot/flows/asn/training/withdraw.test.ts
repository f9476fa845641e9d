import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { enrolmentOf, plantTraining } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const colleague = (name: string) => linkStaff(house, { name, roles: [] });

describe('leaving', () => {
  test('a duty is left only after a word about it', async () => {
    await plantTraining(house, { code: 'DUTY-1', title: 'Antikorupsi', from: 10 });
    await house.hall.database
      .sql`update training set mandatory_units = '{dinas_perhubungan}' where code = 'DUTY-1'`;
    const Joko = await colleague('Joko');
    await playTranscript(
      `
      > /pelatihan
      JP …
      …
      • Antikorupsi: wajib, belum dimulai, batasnya …
      …
      > [Antikorupsi]
      Antikorupsi
      …
      Wajib untuk unit Bapak/Ibu.
      …
      > [Daftar]
      > [Ya, daftarkan]
      > [Lihat pelatihan]
      > [Mundur]
      Antikorupsi wajib untuk Bapak/Ibu, jadi nanti tetap perlu diikuti dan kami ingatkan lagi. Tetap mundur dari kelas ini?
      [Ya, mundur] [Tetap ikut]
      > [Tetap ikut]
      Baik, tidak ada yang berubah.
    `,
      Joko,
    );
    expect(await enrolmentOf(house, 'Joko', 'DUTY-1')).toMatchObject({ state: 'registered' });
  });

  test('whom the office registered is led to their head', async () => {
    await plantTraining(house, { code: 'OFF-1', title: 'Rencana Kerja', from: 10 });
    const Kiki = await colleague('Kiki');
    await playTranscript(
      '> /pelatihan rencana kerja\n> [Rencana Kerja]\n> [Daftar]\n> [Ya, daftarkan]\n> [Lihat pelatihan]',
      Kiki,
    );
    await house.hall.database.sql`update enrolment set source = 'office' where training_code = 'OFF-1'`;
    await playTranscript(
      `
      > [Mundur]
      Bapak/Ibu didaftarkan pada Rencana Kerja oleh kantor. Kalau berhalangan, silakan sampaikan kepada atasan langsung atau bagian kepegawaian.
      [Lihat pelatihan] [Pelatihan saya]
      > [Lihat pelatihan]
      Rencana Kerja
      …
      Bapak/Ibu terdaftar. Selesaikan paling lambat ….
      Didaftarkan oleh kantor.
      Kalender (.ics): …
      [Pelatihan saya]
    `,
      Kiki,
    );
  });

  test('a place on a waiting list ends by itself when the training has begun without it', async () => {
    await plantTraining(house, { code: 'WAIT-1', title: 'Kelas Penuh', from: 10, days: 3, quota: 0 });
    const Lala = await colleague('Lala');
    await playTranscript(
      `
      > /pelatihan kelas penuh
      > [Kelas Penuh]
      > [Masuk antrean]
      > [Ya, masuk antrean]
      > [Lihat pelatihan]
      Kelas Penuh
      …
      Bapak/Ibu ada di daftar tunggu, nomor 1.
      Kalender (.ics): …
      [Mundur] [Pelatihan saya]
      > [Mundur]
      Keluar dari daftar tunggu Kelas Penuh?
      [Ya, mundur] [Tetap ikut]
      > [Tetap ikut]
    `,
      Lala,
    );
    await house.hall.database
      .sql`update training set starts_on = starts_on - 11, register_by = register_by - 11 where code = 'WAIT-1'`;
    await playTranscript(
      `
      > [Lihat pelatihan]
      Kelas Penuh
      …
      Mohon maaf, kali ini belum ada tempat untuk Bapak/Ibu. Semoga di kelas berikutnya.
      Kalender (.ics): …
      [Pelatihan saya]
      > [Pelatihan saya]
      JP …
      …
      Pelatihan Bapak/Ibu
      • Antikorupsi: wajib, belum dimulai, batasnya …
    `,
      Lala,
    );
  });
});
