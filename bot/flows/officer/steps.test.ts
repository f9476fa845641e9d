import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { playScene } from '../../../api/testing/scene.ts';
import { linkStaff, openCase, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

const reportOf = async (ticket: string) =>
  (
    await house.hall.database
      .sql`select state, unit_code as unit, taker_id as taker from report where ticket = ${ticket}`
  )[0];

test('a date that cannot be kept is moved with a reason, and the citizen hears it first from us', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Tanggal baru]
    Rina: Janji ke warga untuk laporan {ticket}: …. Apa kabarnya sekarang?
    Rina: [Dijadwalkan] [Belum bisa]
    Rina > [Dijadwalkan]
    Rina: Dijadwalkan tanggal berapa? Boleh ditulis, misalnya 27 Nov.
    Rina > 1/1/2020
    Rina: Tanggal itu sudah lewat. Silakan pilih tanggal lain.
    Rina: Dijadwalkan tanggal berapa? Boleh ditulis, misalnya 27 Nov.
    Rina > lusa
    Rina: Apa alasannya? Warga akan membacanya bersama tanggal itu.
    Rina > Suku cadang lampu baru datang lusa pagi
    Rina: Warga akan membaca:
    Rina: Mohon maaf, jadwal laporan {ticket} mundur. Alasan Dinas Perhubungan:
    Rina: Suku cadang lampu baru datang lusa pagi
    Rina: Jadwal baru: …. Hari itu kami kabari lagi.
    Rina: [Kirim ke warga] [Ubah] [Batal]
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Batas waktu laporan {ticket} tetap berjalan, dan yang dihitung tetap janji pertama.
    Sri: Mohon maaf, jadwal laporan {ticket} mundur. Alasan Dinas Perhubungan:
    Sri: Suku cadang lampu baru datang lusa pagi
    Sri: Jadwal baru: …. Hari itu kami kabari lagi.
    `,
    { Sri, Rina },
    new Map([['ticket', ticket]]),
  );
});

test('"not yet" needs a reason and no date', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Tanggal baru]
    Rina: Janji ke warga untuk laporan {ticket}: …. Apa kabarnya sekarang?
    Rina > [Belum bisa]
    Rina: Belum bisa karena apa? Warga akan membaca alasannya.
    Rina > Mobil tangga masih di bengkel
    Rina: Warga akan membaca:
    Rina: Mohon maaf, laporan {ticket} belum bisa dikerjakan. Alasan Dinas Perhubungan:
    Rina: Mobil tangga masih di bengkel
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Batas waktu laporan {ticket} tetap berjalan, dan yang dihitung tetap janji pertama.
    Sri: Mohon maaf, laporan {ticket} belum bisa dikerjakan. Alasan Dinas Perhubungan:
    Sri: Mobil tangga masih di bengkel
    `,
    { Sri, Rina },
    new Map([['ticket', ticket]]),
  );
});

test('an office gives a report back with a reason, and is done with it', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Bukan wewenang]
    Rina: Kenapa laporan ini perlu kantor lain? Alasannya dibaca koordinator, supaya sampai ke kantor yang tepat.
    Rina > Lampu taman, bukan lampu jalan
    Rina: Laporan {ticket} kembali ke koordinator dengan alasan:
    Rina: Lampu taman, bukan lampu jalan
    Rina: Warga diberi tahu bahwa laporannya sedang dialihkan. Sudah benar?
    Rina: [Kembalikan] [Ubah] [Batal]
    Rina > [Kembalikan]
    Rina: Laporan {ticket} sudah kembali ke koordinator. Terima kasih.
    Sri: Kabar laporan {ticket}: sedang kami alihkan ke dinas yang tepat. Bapak/Ibu tidak perlu melapor lagi.
    `,
    { Sri, Rina },
    new Map([['ticket', ticket]]),
  );
  expect(await reportOf(ticket)).toMatchObject({ state: 'diverifikasi', taker: null });
  await playTranscript(
    `> /balas ${ticket}\nLaporan ${ticket} sekarang sudah diperiksa, jadi langkah itu belum bisa.`,
    Rina,
  );
});

test('a report is finished with what was done and a picture, or with the word that there is none', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Selesai]
    Rina: Apa yang sudah dikerjakan? Tulis seperti bicara langsung dengan warga.
    Rina > beres
    Rina: Boleh sedikit lebih jelas? Misalnya: lampu sudah diganti pagi ini.
    Rina: Apa yang sudah dikerjakan? Tulis seperti bicara langsung dengan warga.
    Rina > Lampu sudah kami ganti pagi ini
    Rina: Kirim foto hasilnya, 1 sampai 3. Kalau memang tidak ada, pilih Lewati.
    Rina: [Lewati]
    Rina > [Lewati]
    Rina: Tanpa foto: warga tidak akan melihat gambar hasilnya.
    Rina: Warga akan membaca:
    Rina: Kabar baik untuk laporan {ticket}: Dinas Perhubungan menyatakan sudah dikerjakan.
    Rina: Lampu sudah kami ganti pagi ini
    Rina: Menurut Bapak/Ibu, sudah beres?
    Rina > (photo)
    Rina: Foto ke-1 diterima (paling banyak 3).
    Rina: Foto yang ikut dikirim: 1.
    Rina: Warga akan membaca:
    Rina: Kabar baik untuk laporan {ticket}: Dinas Perhubungan menyatakan sudah dikerjakan.
    Rina: Lampu sudah kami ganti pagi ini
    Rina: Menurut Bapak/Ibu, sudah beres?
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Kalau menurut warga belum beres, laporan {ticket} akan kembali ke sini.
    `,
    { Rina },
    new Map([['ticket', ticket]]),
  );
  expect(await reportOf(ticket)).toMatchObject({ state: 'ditindaklanjuti' });
  const shown = await house.hall.database
    .sql`select 1 from media m join report_event e on e.id = m.event_id where e.action = 'finish'`;
  expect(shown).toHaveLength(1);
  expect(Sri.heard().at(-1)).not.toContain('Rina');
});

test('a note says twice that the citizen does not see it, and they do not', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Catatan]
    Rina: Catatan dalam, tidak terlihat warga. Silakan tulis catatan untuk laporan {ticket}.
    Rina > Tiangnya milik PLN, tanyakan dulu
    Rina: Catatan tersimpan pada laporan {ticket}. Warga tidak melihatnya.
    `,
    { Sri, Rina },
    new Map([['ticket', ticket]]),
  );
  expect(await house.hall.database.sql`select 1 from note`).toHaveLength(1);
});

test('the head of the office moves a date or passes a report on while it is worked on; answering stays the officer’s', async () => {
  const Hendra = await linkStaff(house, { name: 'Hendra Gunawan', roles: ['supervisor'] });
  const { Sri, ticket } = await openCase(house, Rina);
  await playTranscript('> [Terima]', Rina);
  await Sri.seen();
  await Hendra.seen();
  await playTranscript(`> /tiket\n> [${ticket}]\n…\n[Tanggal baru] [Alihkan] [Catatan]`, {
    ...Hendra,
    seen: async () => (await Hendra.seen()).map((one) => ({ ...one, text: '' })),
  });
  await playScene(
    `
    Hendra > /balas ${ticket} sudah kami ganti
    Hendra: Laporan ${ticket} sekarang sedang dikerjakan, jadi langkah itu belum bisa.
    `,
    { Hendra, Sri },
  );
  await playTranscript(
    '> [Lihat laporan]\n> [Alihkan]\n> ini milik kelurahan\n> [Kembalikan]\nLaporan …',
    Hendra,
  );
  expect(await reportOf(ticket)).toMatchObject({ state: 'diverifikasi', taker: null });
});
