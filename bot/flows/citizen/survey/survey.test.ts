import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { at, openServices } from '../survey-thread/testing/rated-low.ts';
import { begunBy, formsIn, toTheEnd } from './testing/forms-in.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);
const begun = (answered: number) => begunBy(house.actor(), answered);

beforeAll(async () => {
  house = await openTestHall();
  await at(house, 23, 10);
  await openServices(house);
});
afterAll(() => house.close());

describe('somebody scans the code at a counter', () => {
  test('answers everything, and is kept as answers without a name', async () => {
    await play(`
      > /start u_DUK-2
      Terima kasih sudah memakai layanan KTP-el hilang, rusak, atau ganti data (Loket 2 kantor dinas (contoh)) di Dinas Kependudukan dan Pencatatan Sipil. Boleh minta 2 menit untuk 9 pertanyaan pendek?
      Tanpa nama, NIK, atau nomor telepon. Hasilnya diumumkan sebagai angka gabungan.
      [Mulai] [Satu pertanyaan saja] [Nanti saja]
      > [Mulai]
      1 dari 9. Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?
      [Tidak sesuai] [Kurang sesuai] [Sesuai] [Sangat sesuai]
      > [Sangat sesuai]
      2 dari 9. Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?
      [Tidak mudah] [Kurang mudah] [Mudah] [Sangat mudah]
      > 3
      3 dari 9. Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?
      [Tidak cepat] [Kurang cepat] [Cepat] [Sangat cepat]
      > kurang cepat
      4 dari 9. Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?
      [Sangat mahal] [Cukup mahal] [Murah] [Gratis]
      > Gratis
      5 dari 9. Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?
      [Tidak sesuai] [Kurang sesuai] [Sesuai] [Sangat sesuai]
      > [Sesuai]
      6 dari 9. Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?
      [Tidak kompeten] [Kurang kompeten] [Kompeten] [Sangat kompeten]
      > 3
      7 dari 9. Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?
      [Tidak sopan dan ramah] [Kurang sopan dan ramah] [Sopan dan ramah] [Sangat sopan dan ramah]
      > sangat sopan
      8 dari 9. Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?
      [Buruk] [Cukup] [Baik] [Sangat baik]
      > cukup
      9 dari 9. Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?
      [Tidak ada] [Ada tetapi tidak berfungsi] [Berfungsi kurang maksimal] [Dikelola dengan baik]
      > dikelola dengan baik
      Terima kasih, sembilan pertanyaan sudah dijawab. Boleh tahu sedikit tentang Bapak/Ibu? Ada 4 pertanyaan, semuanya boleh dilewati.
      [Boleh] [Lewati]
      > [Boleh]
      Jenis kelamin Bapak/Ibu?
      [Laki-laki] [Perempuan] [Lewati]
      > [Perempuan]
      Umur Bapak/Ibu berapa tahun?
      [Di bawah 20] [20–29] [30–39] [40–49] [50–59] [60 ke atas] [Lewati]
      > 47
      Pendidikan terakhir Bapak/Ibu?
      [SD] [SMP] [SMA/SMK] [D1–D4] [S1] [S2 ke atas] [Lewati]
      > lewati
      Pekerjaan utama Bapak/Ibu?
      [PNS] [TNI] [POLRI] [Swasta] [Wirausaha] [Lainnya] [Lewati]
      > [Wirausaha]
      Satu lagi, boleh dilewati: apa satu hal yang paling perlu kami perbaiki? Nama dan nomor tidak perlu ditulis.
      [Lewati]
      > Pak Budi di loket 2 lama sekali, hubungi saya di 081200000001. Nama saya Sri Wahyuni
      Terima kasih banyak. Penilaian Bapak/Ibu masuk hasil bulan November.
      Nilainya kami umumkan setelah sedikitnya 5 orang menilai.
      Mau tahu apa yang diperbaiki kantor ini nanti? Tekan Kabari saya.
      [Kabari saya] [Menu]
    `);
    expect(await formsIn(house)).toEqual([
      {
        answers: {
          persyaratan: 4,
          prosedur: 3,
          waktu: 2,
          biaya: 4,
          produk: 3,
          kompetensi: 3,
          perilaku: 4,
          pengaduan: 4,
          sarana: 2,
        },
        respondent: { sex: 'P', age: '40-49', work: 'wirausaha' },
        comment: 'Pak [nama] di loket 2 lama sekali, hubungi saya di [nomor telepon]. Nama saya [nama]',
      },
    ]);
  });

  test('may type a long answer as a list shows it in short', async () => {
    const sri = await begun(8);
    await play(
      '> ada, tidak berfungsi\nTerima kasih, sembilan pertanyaan…\n…\n> lewati\nSatu lagi…\n…\n> lewati\n…',
      sri,
    );
    expect((await formsIn(house)).at(-1)?.answers.pengaduan).toBe(2);
  });

  test('may say that there is nothing where others skip, for that is an answer', async () => {
    const sri = await begun(8);
    await play(
      '> tidak ada\nTerima kasih, sembilan pertanyaan…\n…\n> lewati\nSatu lagi…\n…\n> lewati\n…',
      sri,
    );
    expect((await formsIn(house)).at(-1)?.answers.pengaduan).toBe(1);
  });

  test('would rather not now', async () => {
    await play(`
      > NILAI DUK-1
      …
      > [Nanti saja]
      Baik, lain kali saja. Kapan saja sempat, ketik nilai atau pindai lagi kodenya.
      [Menu]
    `);
  });

  test('and whoever says something else is asked again, without losing the last sentence', async () => {
    const sri = await begun(2);
    await play(
      '> cpt bgt pelayanannya\nMaaf, kami belum paham. Silakan pilih salah satu, atau ketik batal.\n3 dari 9. …\n…\n> 3\n4 dari 9. …\n…',
      sri,
    );
    await toTheEnd(sri, 6);
    expect((await formsIn(house)).at(-1)).not.toHaveProperty('comment');
  });

  test('takes an answer back', async () => {
    const sri = await begun(3);
    await play('> kembali\n3 dari 9. …\n…\n> 1\n4 dari 9. …\n…', sri);
    await toTheEnd(sri, 6);
    expect((await formsIn(house)).at(-1)?.answers.waktu).toBe(1);
  });
});

test('a service that is gone meanwhile is told, without blame', async () => {
  const { sql } = house.hall.database;
  await sql`insert into service (code, unit_code, name, counter_code) values ('dongeng', 'setda', 'Dongeng', 'D-1')`;
  const sri = house.actor();
  await play('> NILAI D-1\nTerima kasih sudah memakai layanan Dongeng di …\n…\n> [Mulai]\n…', sri);
  await sql`update service set active = false where code = 'dongeng'`;
  for (let nth = 1; nth <= 9; nth++) await play('> 3', sri);
  await play('> lewati\n…\n> lewati\nMaaf, layanan ini sudah tidak ada di daftar kami…\n[Menu]', sri);
  await sql`delete from service where code = 'dongeng'`;
});

test('whom the service failed is asked whether somebody may ask further', async () => {
  const sri = await begun(8);
  await play(
    `
    > 1
    Terima kasih, sembilan pertanyaan…
    …
    > lewati
    Satu lagi…
    …
    > lewati
    Terima kasih banyak. Penilaian Bapak/Ibu masuk hasil bulan November.
    Nilainya kami umumkan setelah sedikitnya 5 orang menilai.
    Mohon maaf, pelayanan kami mengecewakan. Boleh petugas pengaduan dinas bertanya lewat chat ini, tanpa nama Bapak/Ibu?
    [Boleh] [Tidak usah]
    > [Tidak usah]
    Baik, terima kasih. Penilaiannya tetap kami hitung.
    [Menu]
    `,
    sri,
  );
});

test('an agency asks in the order of the list where it says so, and counts by the quarter', async () => {
  const { sql } = house.hall.database;
  await sql`update agency set settings = settings || '{"survey":{"order":"list","period":"quarter"}}'`;
  await house.hall.refresh();
  const sri = await begun(7);
  await play(
    `
    > 4
    9 dari 9. Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?
    …
    > kembali
    8 dari 9. Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?
    …
    > 4
    9 dari 9. …
    …
    > 2
    …
    > lewati
    …
    > lewati
    Terima kasih banyak. Penilaian Bapak/Ibu masuk hasil triwulan 4 2026.
    …
    `,
    sri,
  );
  expect((await formsIn(house)).at(-1)?.answers).toMatchObject({ pengaduan: 4, sarana: 2 });
  await sql`update agency set settings = settings - 'survey'`;
  await house.hall.refresh();
});

test('how the service stands is told once five have been counted, and does not move with one form', async () => {
  const { sql } = house.hall.database;
  for (let n = 0; n < 5; n++)
    await sql`insert into skm_answer (unit_code, service_code, source, counted_on, shown_on, persyaratan, waktu)
      values ('disdukcapil', 'kk', 'chat', '2026-11-30', '2026-11-19', 3, ${n === 0 ? 4 : 3})`;
  const figure = 'Nilai layanan ini per Kamis, 19 Nov: 77,50 (Baik), dari 5 orang.';
  for (const sri of [house.actor(), house.actor()]) {
    await play('> NILAI DUK-3\n…\n> [Mulai]\n1 dari 9. …\n…', sri);
    for (let nth = 1; nth <= 9; nth++) await play('> 3', sri);
    await play(`> lewati\n…\n> lewati\nTerima kasih banyak. …\n${figure}\nMau tahu…\n…`, sri);
  }
});
