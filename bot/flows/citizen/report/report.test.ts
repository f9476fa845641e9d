import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { findTicket, shortestReport } from '../dialogues/shortest-report.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const play = (script: string) => playTranscript(script, house.actor());

const reports = async () =>
  (await house.hall.database
    .sql`select ticket, category, words, place, region, confidential, lat, unit_code, phone is not null as phone from report order by id`) as unknown as {
    ticket: string;
    category: string;
    words: string | null;
    place: string | null;
    region: string | null;
    confidential: boolean;
    lat: number | null;
    unit_code: string;
    phone: boolean;
  }[];

describe('a citizen reports', () => {
  test('by the shortest way, and finds the ticket again', async () => {
    const sri = house.actor();
    const { names } = await playTranscript(shortestReport, sri);
    expect(names.get('ticket')).toMatch(/^SLT-[0-9A-HJKMNP-TV-Z]{6}$/);
    await playTranscript(findTicket, sri, names);
    expect((await reports()).at(-1)).toMatchObject({
      ticket: names.get('ticket'),
      category: 'lampu_jalan',
      words: 'lampu jalan mati di depan SMP 2',
      region: '33.73.02.1001',
      confidential: false,
    });
  });

  test('with the first message, and neither language nor notice stands before it', async () => {
    await play(`
      > jalan di depan pasar berlubang besar
      Sepertinya tentang Jalan & Trotoar…
      [Jalan & Trotoar] [Jalan & Fasilitas] [Lingkungan & Keamanan] [Layanan Publik] [Sosial & Ekonomi] [Petugas & Pungli] [Kekerasan & Perundungan] [Lainnya]
      > [Jalan & Trotoar]
      Di mana lokasinya?…
      > depan pasar, kelurahan Mangunsari
      Tempat: Mangunsari, Sidomukti.
      Ada fotonya?…
      > lewati
      Isi laporan boleh tampil…
      …
      > 1
      …
      Tempat: depan pasar, kelurahan Mangunsari (Mangunsari, Sidomukti)
      …
      > kirim
      …
      Pesan, foto, dan lokasi kami simpan untuk menangani laporan…
    `);
  });

  test('in any order: photo with words, then a pin, then what is missing', async () => {
    await play(`
      > (photo: selokan mampet dan bau sekali)
      Foto ke-1 diterima (paling banyak 3).
      Sepertinya tentang Selokan & Banjir…
      > (location -7.3315,110.5125)
      Tempat: Kutowinangun Kidul, Tingkir.
      Sepertinya tentang Selokan & Banjir…
      > [Selokan & Banjir]
      Isi laporan boleh tampil…
      …
    `);
  });

  test('with a photo alone, which needs no words', async () => {
    await play(`
      > (photo)
      Foto ke-1 diterima (paling banyak 3).
      Ini tentang apa?
      > [Lingkungan & Keamanan]
      Lingkungan & Keamanan: yang mana?
      > [Sampah & Lingkungan]
      Di mana lokasinya?…
      > lewati
      Baik, tempatnya nanti ditanyakan petugas.
      Isi laporan…
      …
      > [Biasa]
      Kami catat begini.
      Masalah: lihat foto
      …
      Tempat: belum diketahui, nanti ditanyakan petugas
      Foto: 1
      …
    `);
  });

  test('and refuses the suggestion in two presses', async () => {
    await play(`
      > lampu jalan mati terus dari kemarin
      Sepertinya tentang Lampu Jalan (PJU)…
      > [Layanan Publik]
      Layanan Publik: yang mana?
      > [KTP, KK & Akta]
      Di mana lokasinya?…
    `);
  });

  test('changes one answer, goes back, thinks again about cancelling, and sends', async () => {
    await play(`
      > sampah menumpuk di pinggir kali
      Sepertinya tentang Sampah & Lingkungan…
      > 1
      Di mana lokasinya?…
      > kembali
      Baik.
      Sepertinya tentang Sampah & Lingkungan…
      > 1
      Di mana lokasinya?…
      > jembatan kecil dekat warung
      Tempat: jembatan kecil dekat warung.
      Ada fotonya?…
      > Lewati
      Isi laporan…
      …
      > Tertutup
      Kami catat begini.
      …
      > [Ubah]
      Bagian mana yang mau diubah?
      [Masalah] [Tentang apa] [Tempat] [Foto] [Biasa/Tertutup] [Boleh ditelepon] [Kembali]
      > [Masalah]
      Silakan ceritakan masalahnya…
      > sampah menumpuk dan dibakar tiap malam
      Kami catat begini.
      Masalah: sampah menumpuk dan dibakar tiap malam
      …
      > batal
      …dibatalkan?
      > [Lanjutkan]
      Kami catat begini.
      …
      > [Kirim]
      Terima kasih…
      …
    `);
    const last = (await reports()).at(-1);
    expect(last).toMatchObject({
      confidential: true,
      words: null,
      place: null,
      lat: null,
      unit_code: expect.any(String),
    });
  });

  test('cancels for good, and nothing is filed', async () => {
    const before = (await reports()).length;
    await play(`
      > lampu jalan padam semua
      Sepertinya…
      > batal
      …dibatalkan?
      > Ya, batalkan
      Baik, sudah dibatalkan.
    `);
    expect(await reports()).toHaveLength(before);
  });

  test('in danger, and sees the emergency number before anything else', async () => {
    await play(`
      > ada kebakaran di rumah belakang pasar
      Kalau ada yang terluka atau terancam, telepon 112 sekarang…
      [Lanjut lapor]
      > [Lanjut lapor]
      Sepertinya tentang Bencana & Kebakaran…
    `);
  });

  test('from outside the city, and hears who is responsible there', async () => {
    await play(`
      > jalan berlubang parah sekali di sini
      Sepertinya…
      > 1
      Di mana lokasinya?…
      > (location -6.2,106.8)
      Baik.
      Titik itu di luar wilayah Pemerintah Kota Salatiga…
      [Tetap kirim] [Ganti tempat]
      > [Ganti tempat]
      Baik, kita ganti tempatnya.
      Di mana lokasinya?…
      > (location -7.3315,110.5125)
      Tempat: Kutowinangun Kidul, Tingkir.
      Ada fotonya?…
    `);
  });

  test('near a report that is there already, and joins it', async () => {
    const first = house.actor();
    const { names } = await playTranscript(
      shortestReport
        .replaceAll('-7.3315,110.5125', '-7.3381,110.5091')
        .replaceAll('Kutowinangun Kidul', 'Gendongan')
        .replaceAll('depan SMP 2', 'ujung gang'),
      first,
    );
    await playTranscript(
      `
      > lampu jalan padam
      Sepertinya…
      > 1
      Di mana lokasinya?…
      > (location -7.3383,110.5093)
      Tempat: Gendongan, Tingkir.
      Sudah ada laporan Lampu Jalan (PJU) di dekat situ…
      …
      > 1
      Terima kasih. Bapak/Ibu ikut dikabari tentang laporan {other}…
    `,
      house.actor(),
    );
    const [row] = await house.hall.database.sql`select count(*)::int as n from follower`;
    expect(row?.n).toBe(1);
    expect(names.size).toBe(1);
  });
});
