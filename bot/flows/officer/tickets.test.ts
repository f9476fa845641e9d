import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { fileReport, linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

test('somebody without a link is told how to get one, an officer without work that there is none', async () => {
  await playTranscript('> /tiket\nChat ini belum terhubung dengan data kepegawaian…', house.actor());
  await playTranscript(
    '> /tiket\nTidak ada laporan yang menunggu. Terima kasih, semuanya sudah dijawab.',
    Rina,
  );
});

test('the work of the office stands by its dates, late first, and can be picked over', async () => {
  const tickets: string[] = [];
  for (let i = 0; i < 7; i++) tickets.push(await fileReport(house, { words: `lampu jalan mati nomor ${i}` }));
  const [late = '', mine = ''] = tickets.slice(5);
  await house.hall.database.sql`update report set first_answer_due = '2026-11-02' where ticket = ${late}`;
  await Rina.seen();
  await playTranscript(
    `> /balas ${mine} Lampu sudah kami ganti pagi ini\n> [Sudah dikerjakan]\n> [Kirim ke warga]`,
    Rina,
  );
  await playTranscript(
    `
    > /tiket
    Tugas Bapak/Ibu: 7
    ${late} Lampu Jalan (PJU) · Senin, 2 Nov · terlambat
    …
    > [Berikutnya]
    Tugas Bapak/Ibu: 7
    SLT-… Lampu Jalan (PJU) · …
    SLT-… Lampu Jalan (PJU) · …
    > [Terlambat]
    Yang terlambat: 1
    ${late} Lampu Jalan (PJU) · Senin, 2 Nov · terlambat
    [${late}] [Semua] [Milik saya] [Belum diterima]
    > [Milik saya]
    Yang Bapak/Ibu tangani: 1
    ${mine} Lampu Jalan (PJU) · … · Bapak/Ibu tangani
    > [Belum diterima]
    Yang belum diterima siapa pun: 6
    …
    > /tiket late
    Yang terlambat: 1
    …
    > [${late}]
    ${late}
    Lampu Jalan (PJU)
    …
  `,
    Rina,
  );
  expect(tickets).toHaveLength(7);
});
