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

const registered = async (name: string) =>
  sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
    values (${await idOf(name)}, 'PP-01', 'registered', 'self', '2026-12-01', now())`;

/** Letters with photos wait until these are clean. */
const deliver = async () => {
  await house.clean();
  await sql`update letter set not_before = now() where state = 'waiting'`;
  await house.hall.deliver();
};

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

describe('a certificate of a course over New Year', () => {
  test('is sent with its photo first, verified at a tap, and counts in the year of its date', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: [] });
    const Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
    await registered('Rina Astuti');
    await playTranscript(
      `
      > /sertifikat
      Silakan kirim foto sertifikatnya. Usahakan nama, tanggal, dan jumlah JP terbaca jelas.
      > (photo)
      Foto sertifikat kami terima.
      Ini sertifikat pelatihan yang mana? Pilih di bawah ini, atau tulis judul pelatihannya.
      [Pelayanan Prima] [Pelatihan lain]
      > [Pelayanan Prima]
      Menurut data kami pelatihan ini 8 JP. Samakah dengan yang tertulis di sertifikat? Kalau berbeda, tulis angkanya.
      [Ya, sama]
      > [Ya, sama]
      Tanggal berapa di sertifikatnya? Pelatihan ini selesai 3 Jan 2027. Tulis misalnya 3 Nov 2026.
      [Hari terakhir] [Hari ini]
      > 6 Jan 2027
      Tanggal itu belum tiba. Mohon dilihat lagi di sertifikat.
      Tanggal berapa di sertifikatnya? Pelatihan ini selesai 3 Jan 2027. Tulis misalnya 3 Nov 2026.
      > 28 Des
      Tanggal itu sebelum pelatihannya mulai. Mohon dilihat lagi di sertifikat.
      Tanggal berapa di sertifikatnya? Pelatihan ini selesai 3 Jan 2027. Tulis misalnya 3 Nov 2026.
      > 4 Jan
      Nomor sertifikatnya berapa? Biasanya ada di bawah judul. Kalau tidak ada, boleh dilewati.
      [Lewati]
      > di balik kertas
      Nomor sertifikat biasanya berisi angka, paling banyak 80 huruf. Kalau tidak ada nomornya, boleh dilewati.
      Nomor sertifikatnya berapa? Biasanya ada di bawah judul. Kalau tidak ada, boleh dilewati.
      > 893.3/0123/BKPSDM/2027
      Pelayanan Prima
      Penyelenggara: BKPSDM Kota Salatiga
      Bentuk: Bimbingan teknis
      JP: 8 · Tanggal: 4 Jan 2027
      Nomor: 893.3/0123/BKPSDM/2027
      Sudah sama dengan yang tertulis di sertifikat?
      [Kirim] [Ubah] [Batal]
      > [Kirim]
      Terima kasih, sertifikat Pelayanan Prima sudah kami terima. Setelah diperiksa, 8 JP dihitung untuk tahun 2027, dan hasilnya kami kabari di sini.
      [Profil saya] [Sertifikat saya]
      > [Profil saya]
      Rina Astuti
      Analis Kebijakan
      Dinas Perhubungan
      Menurut data kepegawaian. Chat ini terhubung sejak…
      JP 2027: 0 dari 20 JP
      ▱▱▱▱▱▱▱▱▱▱
      Kurang 20 JP, 51 pekan lagi …
      Menunggu diperiksa: 8 JP.
      Sampai Rabu, 31 Mar sebaiknya 5 JP.
      Kompetensi IP-ASN, perkiraan: 0 dari 40.
      Belum ada: pelatihan teknis 20 JP setahun, seminar atau sejenisnya.
      [Sertifikat saya] [Pelatihan] [Cek diri] [Lepas sambungan] [Menu]
    `,
      Rina,
    );
    expect(await sent('Rina Astuti')).toMatchObject([
      { status: 'menunggu', jp: 800, date: '2027-01-04', photo: true, training: 'PP-01' },
    ]);
    const [done] =
      await sql`select finished_on::text as on from enrolment where employee_id = ${await idOf('Rina Astuti')}`;
    expect(done?.on).toBe('2027-01-04');
    await Hadi.seen();
    await deliver();
    const asked = await Hadi.seen();
    const said = asked.map(({ text }) => text).join('\n');
    expect(said).toContain('Rina Astuti, Dinas Perhubungan, mengirim sertifikat Pelayanan Prima.');
    expect(said).toContain('Nomor: 893.3/0123/BKPSDM/2027');
    expect(asked.some(({ picture }) => picture) || said.includes('Terlampir foto: 1.')).toBe(true);
    await playTranscript(
      '> [Sahkan]\nDisahkan. Rina Astuti mendapat 8 JP untuk tahun 2027 dan sudah kami kabari.',
      Hadi,
    );
    await house.hall.deliver();
    expect((await Rina.seen()).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Kabar baik: sertifikat Pelayanan Prima sudah disahkan, \+8 JP\.\nTahun 2027: 8 dari 20 JP\.$/,
      ),
    ]);
    await playTranscript(
      `
      > /profil
      …
      JP 2027: 8 dari 20 JP
      ▰▰▰▰▱▱▱▱▱▱
      Kurang 12 JP, 51 pekan lagi …
      …
    `,
      Rina,
    );
    const audit = await sql<{ action: string }[]>`select action from audit where action like 'certificate%'`;
    expect(audit.map(({ action }) => action)).toEqual(['certificate-verified']);
  });
});
