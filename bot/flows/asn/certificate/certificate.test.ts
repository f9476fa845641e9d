import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];

/** A Tuesday, two days after the course ended and one after its certificate. */
const today = '2027-01-05';

beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await openOffice(house.hall, today);
  await sql`insert into training (code, title, provider, form, jp, starts_on, ends_on, listed_on)
    values ('PP-01', 'Pelayanan Prima', 'BKPSDM Kota Salatiga', 'bimtek', 800, '2026-12-29', '2027-01-03', '2026-11-05')`;
});
afterAll(() => house.close());

const idOf = async (name: string): Promise<number> => {
  const [found] = await sql<{ id: number }[]>`select id::int as id from employee where name = ${name}`;
  return found?.id ?? 0;
};

const registered = async (name: string, finished: string | null = null) =>
  sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at, finished_on)
    values (${await idOf(name)}, 'PP-01', 'registered', 'self', '2026-12-01', now(), ${finished})`;

const sent = async (name: string) =>
  sql<
    {
      id: number;
      status: string;
      jp: number;
      date: string;
      number: string | null;
      photo: boolean;
      training: string | null;
    }[]
  >`
    select id::int as id, status, jp, date::text as date, number, media_id is not null as photo, training_code as training
    from certificate where employee_id = ${await idOf(name)} order by id`;

describe('a certificate', () => {
  test('is not taken twice', async () => {
    const Rina = await linkStaff(house, { name: 'Rini Astuti', roles: [] });
    await sql`insert into certificate (employee_id, training_code, title, provider, jp, number, date, source, status, sent_at)
      values (${await idOf('Rini Astuti')}, null, 'Webinar Arsip', 'ANRI', 200, '12/ANRI', '2026-11-03', 'file', 'sah', now())`;
    await playTranscript(
      `
      > /sertifikat
      Silakan kirim foto…
      > (photo)
      …
      Apa judul pelatihannya, seperti tertulis di sertifikat?
      > webinar arsip
      Siapa penyelenggaranya? Misalnya BPSDMD, kementerian, atau nama kampus.
      > ANRI
      Berapa JP yang tertulis di sertifikat? Tulis angkanya, misalnya 8 atau 2,5.
      > dua
      Mohon tulis jumlah JP dengan angka, misalnya 8 atau 2,5.
      …
      > 2 JP
      Tanggal berapa di sertifikatnya? Tulis misalnya 3 Nov 2026.
      > 3 Nov
      Nomor sertifikatnya…
      > lewati
      Sertifikat webinar arsip, 3 Nov 2026, sudah ada di data kami: sudah disahkan. Jadi tidak perlu dikirim lagi.
    `
        .replace('Sertifikat webinar', 'Sertifikat Webinar')
        .replace('arsip, 3 Nov', 'Arsip, 3 Nov'),
      Rina,
    );
    expect(await sent('Rini Astuti')).toHaveLength(1);
  });

  test('keeps the last of two photos', async () => {
    const Budi = await linkStaff(house, { name: 'Budi Santoso', roles: [] });
    await registered('Budi Santoso', '2027-01-03');
    await playTranscript('> /sertifikat\nSilakan kirim foto…', Budi);
    await playTranscript(
      `
      > (photo)
      Foto sertifikat kami terima.
      …
      > pelayanan
      Menurut data kami pelatihan ini 8 JP…
      > (photo)
      > 7,5
      Tanggal berapa di sertifikatnya…
      > [Hari terakhir]
      Nomor sertifikatnya…
      > [Lewati]
      Pelayanan Prima
      …
      JP: 7,5 · Tanggal: 3 Jan 2027
      Nomor: tanpa nomor
      …
      > Kirim
      Terima kasih, sertifikat Pelayanan Prima sudah kami terima…
      > /sertifikat
      Silakan kirim foto…
    `,
      Budi,
    );
    expect(await sent('Budi Santoso')).toMatchObject([
      { jp: 750, date: '2027-01-03', number: null, photo: true },
    ]);
    const photos = await sql<
      { kept: boolean }[]
    >`select m.kept from media m join staff_link l on l.contact_id = m.contact_id
      where l.employee_id = ${await idOf('Budi Santoso')} and m.state <> 'refused'`;
    expect(photos).toEqual([{ kept: true }]);
  });

  test('of a training that nobody here knows is described in few words, and its form is read from its title', async () => {
    const Dewi = await linkStaff(house, { name: 'Dewi Lestari', roles: [] });
    await playTranscript(
      `
      > /sertifikat
      …
      > (photo)
      …
      Apa judul pelatihannya, seperti tertulis di sertifikat?
      > Pencegahan Kekerasan dan Penanganan Kebakaran
      Siapa penyelenggaranya…
      > Universitas Contoh
      Bentuk pelatihannya apa? Pilih di bawah ini, atau tulis misalnya bimtek atau webinar.
      > belajar bareng
      Bentuk itu belum kami kenali. Silakan pilih yang paling dekat.
      …
      > webinar
      Berapa JP yang tertulis…
      > 3000
      Jumlah itu lebih besar dari yang biasa untuk satu sertifikat, paling banyak 2000 JP. Mohon dilihat lagi.
      …
      > 3
      Tanggal berapa di sertifikatnya? Tulis misalnya 3 Nov 2026.
      > 30 Feb
      Maaf, tanggalnya belum kami mengerti…
      …
      > kemarin
      …
      > UC/7/2027
      Pencegahan Kekerasan dan Penanganan Kebakaran
      Penyelenggara: Universitas Contoh
      Bentuk: Seminar
      JP: 3 · Tanggal: 4 Jan 2027
      Nomor: UC/7/2027
      …
      > Ubah
      Bagian mana yang mau diubah?
      [Foto] [Judul] [Penyelenggara] [Bentuk] [JP] [Tanggal] [Nomor] [Kembali]
      > Judul
      Apa judul pelatihannya…
      > Bimtek Pencegahan Kekerasan
      Bimtek Pencegahan Kekerasan
      …
      > Kirim
      Terima kasih, sertifikat Bimtek Pencegahan Kekerasan sudah kami terima…
      > /menu
      …
    `,
      Dewi,
    );
    await playTranscript(
      `
      > [Profil saya]
      …
      Menunggu diperiksa: 3 JP.
      …
      > [Sertifikat saya]
      Sertifikat tahun 2027
      Bimtek Pencegahan Kekerasan: 3 JP, 4 Jan 2027, menunggu diperiksa
      [Kirim sertifikat]
    `,
      Dewi,
    );
  });

  test('is nobody’s who is no employee', async () => {
    const citizen = house.actor();
    await playTranscript('> /sertifikat\nChat ini belum terhubung dengan data kepegawaian…', citizen);
  });
});
