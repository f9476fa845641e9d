import { afterAll, beforeAll, expect, test } from 'vitest';
import { playTranscript } from '../bot/conversation/transcript.ts';
import { tellOfLevy } from '../bot/flows/citizen/testing/tell-of-levy.ts';
import { acting, listenIn, walkCalendar } from './testing/calendar-walk.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { fileReport, linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-12-14');
});
afterAll(() => house.close());

/**
 * Written out by hand from the calendar: eight reports of Monday 14 December, answered first by 21 December and settled by
 * 7 January, with days off on 24 and 25 December, 1 and 5 January. A row: local day, hour, who, what. Ani never hears of A,
 * which Joko follows; B is answered late; C is asked twice and falls silent; D breaks its own dates, moved twice; of E and
 * the reopened G nobody says whether it is done; F is done at once; H is sensitive.
 */
const table = `
2026-12-15 10 Beni: Kabar laporan B: Dinas Perhubungan mulai mengerjakannya.
2026-12-15 10 Citra: Kabar laporan C: Dinas Perhubungan mulai mengerjakannya.
2026-12-15 10 Dodi: Kabar laporan D: Dinas Perhubungan mulai mengerjakannya.
2026-12-15 10 Eka: Kabar laporan E: Dinas Perhubungan mulai mengerjakannya.
2026-12-15 10 Fajar: Kabar laporan F: Dinas Perhubungan mulai mengerjakannya.
2026-12-15 10 Gita: Kabar laporan G: Dinas Perhubungan mulai mengerjakannya.
2026-12-15 10 Fajar: Kabar baik untuk laporan F: Dinas Perhubungan menyatakan sudah dikerjakan.
2026-12-16 10 Rina: Kabar baik: pelapor menyatakan F sudah beres. Terima kasih.
2026-12-16 10 Citra: Dinas Perhubungan bertanya tentang laporan C:
2026-12-16 10 Dodi: Kabar laporan D dari Dinas Perhubungan: dijadwalkan Selasa, 29 Des.
2026-12-16 10 Eka: Kabar baik untuk laporan E: Dinas Perhubungan menyatakan sudah dikerjakan.

2026-12-17 08 Rina: Laporan A (PJU) masih menunggu kabar pertama untuk warga. Kita janjikan Senin, 21 Des.
2026-12-17 08 Rina: Laporan B (PJU) masih menunggu kabar pertama untuk warga. Kita janjikan Senin, 21 Des.
2026-12-17 08 Rina: Laporan G (PJU) masih menunggu kabar pertama untuk warga. Kita janjikan Senin, 21 Des.
2026-12-17 08 Indra: Ada kabar baru untuk Bapak/Ibu.
2026-12-18 08 Rina: Laporan A (PJU) kita janjikan ada kabar pertama Senin, 21 Des. Kalau belum bisa dikerjakan, apa alasannya dan kapan jadwalnya?
2026-12-18 08 Rina: Laporan B (PJU) kita janjikan ada kabar pertama Senin, 21 Des. Kalau belum bisa dikerjakan, apa alasannya dan kapan jadwalnya?
2026-12-18 08 Rina: Laporan G (PJU) kita janjikan ada kabar pertama Senin, 21 Des. Kalau belum bisa dikerjakan, apa alasannya dan kapan jadwalnya?
2026-12-18 08 Indra: Ada kabar baru untuk Bapak/Ibu.
2026-12-18 10 Rina: Warga # menjawab pertanyaan tentang C: Gang tiga
2026-12-18 10 Gita: Mohon maaf, laporan G belum bisa dikerjakan. Alasan Dinas Perhubungan:

2026-12-21 08 Rina: Laporan C (PJU) masih menunggu kabar pertama untuk warga. Kita janjikan Rabu, 23 Des.
2026-12-21 17 Ani: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Rabu, 30 Des.
2026-12-21 17 Joko: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Rabu, 30 Des.
2026-12-21 17 Beni: Mohon maaf, laporan B belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Rabu, 30 Des.
2026-12-21 17 Hana: Ada kabar baru untuk Bapak/Ibu.
2026-12-22 08 Hadi: Warga belum mendapat kabar pertama tentang laporan A (PJU), yang kita janjikan Senin, 21 Des. Mau diperpanjang dengan alasan, atau dialihkan?
2026-12-22 08 Hadi: Warga belum mendapat kabar pertama tentang laporan B (PJU), yang kita janjikan Senin, 21 Des. Mau diperpanjang dengan alasan, atau dialihkan?
2026-12-22 08 Hadi: Warga belum mendapat kabar pertama tentang laporan G (PJU), yang kita janjikan Senin, 21 Des. Mau diperpanjang dengan alasan, atau dialihkan?
2026-12-22 08 Indra: Ada kabar baru untuk Bapak/Ibu.
2026-12-22 08 Rina: Laporan C (PJU) kita janjikan ada kabar pertama besok, Rabu, 23 Des. Kalau belum bisa dikerjakan, apa alasannya dan kapan jadwalnya?
2026-12-22 08 Rina: Laporan D (PJU) sudah setengah jalan. Kita janjikan selesai Selasa, 29 Des.
2026-12-22 10 Citra: Dinas Perhubungan bertanya tentang laporan C:
2026-12-23 08 Rina: Laporan A (PJU) sudah setengah jalan. Kita janjikan selesai Kamis, 7 Jan.
2026-12-23 08 Rina: Laporan B (PJU) sudah setengah jalan. Kita janjikan selesai Kamis, 7 Jan.
2026-12-23 08 Rina: Laporan G (PJU) sudah setengah jalan. Kita janjikan selesai Kamis, 7 Jan.
2026-12-23 10 Beni: Kabar laporan B dari Dinas Perhubungan: sudah dikerjakan.

2026-12-28 08 Rina: Laporan D (PJU) kita janjikan selesai besok, Selasa, 29 Des. Kalau belum bisa, apa alasannya dan kapan jadwal barunya?
2026-12-28 10 Dodi: Mohon maaf, jadwal laporan D mundur. Alasan Dinas Perhubungan:
2026-12-28 10 Gita: Kabar baik untuk laporan G: Dinas Perhubungan menyatakan sudah dikerjakan.
2026-12-30 07 Ani: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Jumat, 8 Jan.
2026-12-30 07 Joko: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Jumat, 8 Jan.
2026-12-30 07 Hana: Ada kabar baru untuk Bapak/Ibu.
2026-12-30 08 Rina: Laporan D (PJU) kita janjikan selesai besok, Kamis, 31 Des. Kalau belum bisa, apa alasannya dan kapan jadwal barunya?
2026-12-30 10 Rina: Menurut Warga #, laporan G belum beres: Masih gelap
2026-12-30 10 Hadi: Menurut Warga #, laporan G belum beres: Masih gelap
2026-12-31 17 Dodi: Mohon maaf, laporan D belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Senin, 11 Jan.

2027-01-04 08 Hadi: Laporan D (PJU) belum selesai, padahal kita janjikan Kamis, 31 Des. Mau diperpanjang dengan alasan, atau dialihkan?
2027-01-04 10 Dodi: Mohon maaf, jadwal laporan D mundur. Alasan Dinas Perhubungan:
2027-01-04 10 Beni: Kabar baik untuk laporan B: Dinas Perhubungan menyatakan sudah dikerjakan.
2027-01-06 07 Eka: Laporan E kami tutup, karena tidak ada kabar lagi sejak dinyatakan selesai. Kalau ternyata belum beres, tekan Belum beres paling lambat Sabtu, 16 Jan.
2027-01-06 07 Citra: Pertanyaan Dinas Perhubungan tentang laporan C belum terjawab. Tanpa jawaban sampai Kamis, 7 Jan, laporan ini kami tutup dulu. Balas pesan ini, foto juga boleh.
2027-01-06 08 Rina: Laporan A (PJU) kita janjikan selesai besok, Kamis, 7 Jan. Kalau belum bisa, apa alasannya dan kapan jadwal barunya?
2027-01-06 08 Rina: Laporan G (PJU) masih menunggu kabar pertama untuk warga. Kita janjikan Jumat, 8 Jan.
2027-01-06 10 Rina: Kabar baik: pelapor menyatakan B sudah beres. Terima kasih.
2027-01-07 08 Rina: Laporan D (PJU) kita janjikan selesai besok, Jumat, 8 Jan. Kalau belum bisa, apa alasannya dan kapan jadwal barunya?
2027-01-07 08 Rina: Laporan G (PJU) kita janjikan ada kabar pertama besok, Jumat, 8 Jan. Kalau belum bisa dikerjakan, apa alasannya dan kapan jadwalnya?
2027-01-07 10 Gita: Kabar baik untuk laporan G: Dinas Perhubungan menyatakan sudah dikerjakan.
2027-01-07 17 Ani: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 14 Jan.
2027-01-07 17 Joko: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 14 Jan.
2027-01-08 07 Citra: Laporan C kami tutup dulu, karena pertanyaan petugas belum terjawab. Kalau masih terjadi, silakan kirim laporan baru dengan keterangan itu.
2027-01-08 07 Hana: Ada kabar baru untuk Bapak/Ibu.
2027-01-08 08 Rina: Laporan C ditutup, karena pertanyaan kepada pelapor tidak terjawab.
2027-01-08 08 Hadi: Laporan A (PJU) belum selesai, padahal kita janjikan Kamis, 7 Jan. Mau diperpanjang dengan alasan, atau dialihkan?
2027-01-08 17 Dodi: Mohon maaf, laporan D belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Jumat, 15 Jan.

2027-01-11 08 Hadi: Laporan D (PJU) belum selesai, padahal kita janjikan Jumat, 8 Jan. Tanggalnya sudah dua kali mundur, jadi tidak bisa mundur lagi. Perlu dialihkan?
2027-01-14 07 Ani: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 21 Jan.
2027-01-14 07 Joko: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 21 Jan.
2027-01-15 07 Dodi: Mohon maaf, laporan D belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Jumat, 22 Jan.
2027-01-15 07 Hana: Ada kabar baru untuk Bapak/Ibu.
2027-01-21 07 Ani: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 28 Jan.
2027-01-21 07 Joko: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 28 Jan.
2027-01-22 07 Dodi: Mohon maaf, laporan D belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Jumat, 29 Jan.
2027-01-22 07 Gita: Laporan G kami tutup, karena tidak ada kabar lagi sejak dinyatakan selesai. Kalau ternyata belum beres, tekan Belum beres paling lambat Senin, 1 Feb.
2027-01-22 07 Hana: Ada kabar baru untuk Bapak/Ibu.
2027-01-28 07 Ani: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 4 Feb.
2027-01-28 07 Joko: Mohon maaf, laporan A belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Kamis, 4 Feb.
2027-01-29 07 Dodi: Mohon maaf, laporan D belum selesai, dan Dinas Perhubungan belum memberi tanggal baru. Kabar berikutnya dari kami: Senin, 8 Feb.
2027-01-29 07 Hana: Ada kabar baru untuk Bapak/Ibu.
2027-01-29 08 Indra: Ada kabar baru untuk Bapak/Ibu.
`;

const citizens = ['Ani', 'Beni', 'Citra', 'Dodi', 'Eka', 'Fajar', 'Gita', 'Joko'] as const;

test('thirty working days over Christmas, New Year and Isra Mikraj bring everything once, on its day', async () => {
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  const Hadi = await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'] });
  const Indra = await linkStaff(house, { name: 'Indra Lesmana', roles: ['inspector'], unit: 'inspektorat' });
  const of = Object.fromEntries(citizens.map((firstName) => [firstName, house.actor({ firstName })])) as {
    [name in (typeof citizens)[number]]: ReturnType<TestHall['actor']>;
  };
  const number: { [letter: string]: string } = {};
  for (const name of citizens.slice(0, 7))
    number[name[0] ?? ''] = await fileReport(house, { actor: of[name] });
  const { reporter: Hana, ticket: sensitive } = await tellOfLevy(house);
  const { A = '', B = '', C = '', D = '', E = '', F = '', G = '' } = number;
  await playTranscript(`> /start l_${A}\n…\n> [Ikut dikabari]\n…`, of.Joko);
  await house.hall.announce();
  const people = { ...of, Hana, Indra, Rina, Hadi };
  for (const one of Object.values(people)) await one.seen();
  const letters = Object.entries({ ...number, H: sensitive }).map(
    ([letter, ticket]) => [ticket, letter] as const,
  );
  const rows = listenIn(house, people, new Map(letters));
  const act = acting(house);
  const staff = (ticket: string, ...steps: Parameters<typeof act>[3][]) =>
    act(Rina, ticket, 'staff', ...steps);
  const finish = { action: 'finish', given: { result: 'Lampu sudah diganti' } } as const;
  const aside = async (name: string, does: () => Promise<unknown>) => {
    const from = rows.length;
    await does();
    await house.hall.announce();
    rows.push(...rows.splice(from).filter((row) => !row.includes(` ${name}: `)));
  };
  const extend = (button: string, date: string) => `
    > [${button}]
    Dijadwalkan tanggal berapa?…
    …
    > ${date}
    Apa alasannya?…
    …
    > menunggu suku cadang dari pabrik
    …
    > [Kirim ke warga]
    …
  `;

  await walkCalendar(house, {
    from: '2026-12-14',
    until: '2027-01-29',
    hours: [7, 8, 10, 17, 22],
    jobs: ['escalate-reports', 'close-silent-reports'],
    doing: {
      '2026-12-15 10': async () => {
        for (const ticket of [B, C, D, E, F, G]) await staff(ticket, { action: 'accept' });
        await staff(F, finish);
      },
      '2026-12-16 10': async () => {
        await act(of.Fajar, F, 'citizen', { action: 'confirm' });
        await staff(C, { action: 'ask_citizen', given: { question: 'Gang yang mana?' } });
        const answer = { shape: 'planned', on: '2026-12-29' } as const;
        await staff(D, { action: 'answer', given: { body: 'Menunggu lampu' }, answer });
        await staff(E, finish);
      },
      '2026-12-18 10': async () => {
        await act(of.Citra, C, 'citizen', { action: 'citizen_answers', given: { body: 'Gang tiga' } });
        await staff(G, { action: 'not_yet', given: { reason: 'Tiangnya roboh' } });
      },
      '2026-12-22 10': () => staff(C, { action: 'ask_citizen', given: { question: 'Sebelah apa?' } }),
      '2026-12-23 10': () =>
        staff(B, { action: 'answer', given: { body: 'Lampu dipesan' }, answer: { shape: 'done' } }),
      '2026-12-28 10': async () => {
        await Rina.seen();
        await aside('Rina', () => playTranscript(extend('Dijadwalkan', '31 Des'), Rina));
        await staff(G, finish);
      },
      '2026-12-30 10': () =>
        act(of.Gita, G, 'citizen', { action: 'reopen', given: { reason: 'Masih gelap' } }),
      '2027-01-04 10': async () => {
        await Hadi.seen();
        await aside('Hadi', () => playTranscript(extend('Perpanjang', '8 Jan'), Hadi));
        await staff(B, finish);
      },
      '2027-01-06 10': () => act(of.Beni, B, 'citizen', { action: 'confirm' }),
      '2027-01-07 10': () => staff(G, { action: 'resume' }, finish),
    },
  });

  const wanted = table.split('\n').filter((row) => row !== '');
  const seen = rows.map((row) =>
    row.replace('Lampu Jalan (PJU)', 'PJU').replace(/Warga \w+( \w+)? \d+/, 'Warga #'),
  );
  expect(seen.toSorted()).toEqual(wanted.toSorted());
}, 300_000);
