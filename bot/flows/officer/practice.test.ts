import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const mark = 'LATIHAN. Tidak ada yang terkirim ke warga.';

test('somebody new tries the work on an invented report, is told what was good, and nothing is written', async () => {
  const { transcript } = await playTranscript(
    `
    > /latihan
    ${mark}
    Ini laporan karangan untuk mencoba. Mau mulai dari yang mana?
    [Lampu mati] [Sampah menumpuk] [Jalan berlubang]
    > [Lampu mati]
    ${mark}
    Keadaan: diteruskan ke dinas. Janji ke warga: …
    Warga Melati 12: lampu jalan depan SMP sudah tiga malam mati, anak-anak pulang mengaji gelap-gelapan
    [Terima]
    > [Terima]
    ${mark}
    Apa kabarnya untuk warga?
    [Sudah dikerjakan] [Dijadwalkan] [Tidak bisa] [Kabar lain]
    > [Dijadwalkan]
    ${mark}
    Dijadwalkan tanggal berapa? Boleh ditulis, misalnya 27 Nov.
    > besok
    ${mark}
    Tulis jawabannya, seperti bicara langsung dengan warga.
    > Lampu kami ganti, mohon siapkan uang rokok petugas
    ${mark}
    Warga akan membaca:
    Kabar laporan LATIH-000000 dari Pemerintah Kota Salatiga: dijadwalkan …
    Lampu kami ganti, mohon siapkan uang rokok petugas
    [Kirim ke warga] [Ubah]
    > [Ubah]
    ${mark}
    Tulis jawabannya, seperti bicara langsung dengan warga.
    > akan segera ditindaklanjuti, mohon siapkan uang rokok petugas
    ${mark}
    …
    > [Kirim ke warga]
    ${mark}
    Bagus: warga tahu hasil, hari, atau alasannya.
    Tanggal itu menjadi janji: sehari sebelumnya Bapak/Ibu diingatkan, dan paling banyak dua kali bisa mundur.
    Ada kata tentang uang, rekening, atau kode. Pada laporan sungguhan warga akan menerima peringatan.
    [Selesai] [Latihan lagi]
    > [Selesai]
    ${mark}
    Latihan selesai. Laporan sungguhan ada di /tiket.
  `,
    house.actor(),
  );
  expect(transcript).not.toContain('SLT-');
  expect(await house.hall.database.sql`select 1 from report`).toHaveLength(0);
});

test('an answer that says nothing is told so', async () => {
  await playTranscript(
    `
    > /latihan
    > [Sampah menumpuk]
    > [Terima]
    > [Kabar lain]
    > terima kasih, akan segera kami tindaklanjuti
    > [Kirim ke warga]
    ${mark}
    Warga belum tahu hasil, hari, atau alasannya. Jawaban seperti ini tidak menghentikan batas waktu.
    [Selesai] [Latihan lagi]
    > [Latihan lagi]
    ${mark}
    Ini laporan karangan untuk mencoba. Mau mulai dari yang mana?
  `,
    house.actor(),
  );
});
