import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { plantGoal, teachModule } from '../../../api/testing/plant-goal.ts';
import { runJob } from '../../../api/testing/run-job.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import type { Figure } from '../../domain/coaching/figure.ts';

let house: TestHall;
let Hadi: ReturnType<TestHall['actor']>;

const before = { from: '2026-10-19', until: '2026-11-17' };
const after = { from: '2026-11-18', until: '2026-12-17' };
const waktu = (sum: number, count: number, days = before): Figure => ({
  ...days,
  kind: 'element',
  element: 'waktu',
  sum,
  count,
});
const answers = (id: number) =>
  house.hall.database.sql<{ answer: string | null; name: string | null }[]>`
    select q.answer, e.name from coaching_proposal q left join employee e on e.id = q.answered_by where q.id = ${id}`;

beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-11-18');
  await teachModule(house, { code: 'waktu-loket', title: 'Waktu di loket', elements: ['waktu'] });
  Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
  await Hadi.seen();
});
afterAll(() => house.close());

const heard = async () => (await Hadi.seen()).map(({ text }) => text);

describe('what is proposed to an office', () => {
  test('its head hears with the figure, a goal and a module, and takes it up with one tap', async () => {
    const first = await plantGoal(house, {
      on: '2026-11-18',
      figure: waktu(31, 12),
      aim: '76.61',
      module: 'waktu-loket',
    });
    await runJob(house, 'coach-units');
    expect(await heard()).toEqual([
      `Usulan untuk Dinas Perhubungan
Unsur Waktu Penyelesaian di survei, 30 hari sampai Selasa, 17 Nov: 64,58 (dari 12 jawaban).
Tujuan: paling sedikit 76,61.
Modul yang mungkin membantu: Waktu di loket (8 menit).
Hari pengisian survei sengaja disamarkan, jadi angkanya perkiraan untuk hari-hari ini.

Apakah kantor Bapak/Ibu mau mencobanya?`,
    ]);
    await playTranscript(
      `
      > [Kita coba]
      Terima kasih, selamat mencoba. Angka yang sama kami kabarkan 30 dan 90 hari setelah usulan ini.
      [Lihat modul] [Lihat tujuan]
      > [Lihat tujuan]
      Usulan untuk Dinas Perhubungan
      Unsur Waktu Penyelesaian di survei, 30 hari sampai Selasa, 17 Nov: 64,58 (dari 12 jawaban).
      Tujuan: paling sedikit 76,61.
      Modul yang mungkin membantu: Waktu di loket (8 menit).
      Hari pengisian survei sengaja disamarkan, jadi angkanya perkiraan untuk hari-hari ini.
      Kantor ini sedang mencobanya.
      [Lihat modul]
    `,
      Hadi,
    );
    expect(await answers(first)).toEqual([{ answer: 'taken', name: 'Hadi Prabowo' }]);
    expect([await runJob(house, 'coach-units'), await heard()]).toEqual([0, []]);
  });

  test('stands at /unit in one line, with a way to it and to the next', async () => {
    await plantGoal(house, {
      on: '2026-11-18',
      figure: { ...before, kind: 'complaints', count: 14 },
      aim: '0',
      half: '2026-S2',
    });
    await playTranscript(
      `
      > /unit
      …
      Belum ada pegawai yang tercatat di sini.
      Tujuan bersama: pengaduan dalam 30 hari, dari 14 ke 0.
      [Lihat tujuan]
      > [Lihat tujuan]
      Usulan untuk Dinas Perhubungan
      Pengaduan yang masuk, 30 hari sampai Selasa, 17 Nov: 14 pengaduan.
      Tujuan: kembali hampir tidak ada, seperti biasanya.
      Modul yang pas belum ada; tujuannya tetap bisa dibicarakan bersama tim.
      Apakah kantor Bapak/Ibu mau mencobanya?
      [Kita coba] [Tidak sekarang] [Tujuan lain]
      > [Tidak sekarang]
      Baik, tidak apa-apa. Angkanya tetap kami kabarkan 30 dan 90 hari setelah usulan ini, sekadar kabar.…
      [Lihat tujuan]
      > [Lihat tujuan]
      …
      Kantor ini belum mencobanya sekarang.
      [Kita coba] [Tujuan lain]
      > [Tujuan lain]
      …
      Kantor ini sedang mencobanya.
      [Lihat modul]
    `,
      Hadi,
    );
  });

  test('is looked back at without a word on why, and of few nothing is shown', async () => {
    await house.hall.database.sql`delete from coaching_proposal`;
    await plantGoal(house, {
      on: '2026-11-18',
      figure: waktu(31, 12),
      aim: '76.61',
      module: 'waktu-loket',
      checks: [
        { day: 30, figure: waktu(12, 4, after), on: '2026-12-18' },
        { day: 90, figure: waktu(36, 10, after), on: '2027-02-16' },
      ],
    });
    await openOffice(house.hall, '2027-02-16');
    await house.hall.database.sql`update coaching_check set on_day = '2027-02-16'`;
    await runJob(house, 'coach-units');
    expect(await heard()).toEqual([
      `30 hari setelah usulan untuk Dinas Perhubungan
Unsur Waktu Penyelesaian di survei, masing-masing 30 hari:
Sebelum: 64,58 (dari 12 jawaban).
Sesudah: kurang dari 5, jadi angkanya tidak ditampilkan.
Belum bisa dibandingkan. Tujuan: paling sedikit 76,61.

Kami hanya membandingkan angkanya; sebabnya bisa bermacam-macam.
Ini sekadar kabar, tidak perlu dibalas.`,
      expect.stringContaining('Sesudah: 90,00 (dari 10 jawaban).\nSekarang lebih baik.'),
    ]);
    await playTranscript(
      `
      > [Lihat tujuan]
      …
      Tujuan: paling sedikit 76,61.
      30 hari kemudian: kurang dari 5, jadi angkanya tidak ditampilkan. Belum bisa dibandingkan.
      90 hari kemudian: 90,00 (dari 10 jawaban). Sekarang lebih baik.
      …
      Apakah kantor Bapak/Ibu mau mencobanya?
      [Kita coba] [Tidak sekarang] [Lihat modul]
      > [Kita coba]
      …
    `,
      Hadi,
    );
  });

  test('is listed at /tujuan: for the leader of every office, for a head of the own one, for nobody else', async () => {
    await plantGoal(house, {
      unit: 'dinas_pu',
      on: '2027-02-15',
      figure: { ...after, kind: 'on-time', met: 2, of: 8 },
      aim: '80',
      half: '2027-S1',
    });
    const Ratna = await linkStaff(house, { name: 'Ratna Puspita', roles: ['leader'], unit: 'setda' });
    const Budi = await linkStaff(house, { name: 'Budi Santoso', roles: ['officer'] });
    for (const one of [Ratna, Budi]) await one.seen();
    await playTranscript(
      `
      > /tujuan
      Tujuan bersama yang sedang berjalan
      • Dinas Pekerjaan Umum…: jawaban tepat janji (persen), dari 25 ke 80
      • Dinas Perhubungan: unsur Waktu Penyelesaian, dari 64,58 ke 76,61
      [Dinas Pekerjaan Umum…] [Dinas Perhubungan]
      > 1
      Usulan untuk Dinas Pekerjaan Umum…
      Jawaban pertama yang tepat janji, 30 hari sampai Kamis, 17 Des: 25% (dari 8 laporan).
      Tujuan: paling sedikit 80%.
      Modul yang pas belum ada; tujuannya tetap bisa dibicarakan bersama tim.
    `,
      Ratna,
    );
    await playTranscript(
      `
      > /tujuan
      Tujuan bersama yang sedang berjalan
      • Dinas Perhubungan: unsur Waktu Penyelesaian, dari 64,58 ke 76,61
      [Dinas Perhubungan]
    `,
      Hadi,
    );
    await plantGoal(house, {
      on: '2027-02-16',
      figure: { ...after, kind: 'complaints', count: 18 },
      aim: '11',
      half: '2027-S1',
    });
    await playTranscript(
      `
      > /tujuan
      …
      [Dinas Perhubungan: pengaduan dalam 30 hari] [Dinas Perhubungan: unsur Waktu Penyelesaian]
    `,
      Hadi,
    );
    await playTranscript('> /tujuan\nHalaman ini untuk kepala unit, pimpinan, dan bagian kepegawaian…', Budi);
  });
});
