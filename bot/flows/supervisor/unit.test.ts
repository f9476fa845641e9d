import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hireSomebody } from '../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];

/** A Wednesday on which three quarters of the year's hours are due. */
const today = '2026-11-18';

const idOf = async (name: string): Promise<number> => {
  const [found] = await sql<{ id: number }[]>`select id::int as id from employee where name = ${name}`;
  return found?.id ?? 0;
};

const training = (code: string, title: string, completeBy: string, quota: number | null = null) =>
  sql`insert into training (code, title, provider, form, jp, complete_by, quota, listed_on)
    values (${code}, ${title}, 'BKPSDM', 'e_learning', 800, ${completeBy}, ${quota}, '2026-01-05')`;

const certificate = async (name: string, jp: number, status = 'sah') =>
  sql`insert into certificate (employee_id, title, provider, jp, date, source, status, sent_at)
    values (${await idOf(name)}, 'Bimbingan Teknis Marka Jalan', 'Kemenhub', ${jp}, '2026-02-10', 'file', ${status}, now())`;

const enrolled = async (name: string, code: string) =>
  sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
    values (${await idOf(name)}, ${code}, 'registered', 'office', '2026-10-01', now())`;

beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await openOffice(house.hall, today);
  await training('PP-01', 'Pelayanan Prima', '2026-11-27');
  await training('KR-02', 'Keselamatan Kerja', '2026-11-11');
});
afterAll(() => house.close());

describe('a head of unit', () => {
  let Rina: ReturnType<TestHall['actor']>;
  let Hadi: ReturnType<TestHall['actor']>;
  beforeAll(async () => {
    Rina = await linkStaff(house, { name: 'Rina Astuti', roles: [] });
    Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
    await hireSomebody(sql, { name: 'Budi Santoso', unit: 'dinas_perhubungan' });
    await hireSomebody(sql, { name: 'Tono Wibowo', unit: 'dinas_pu' });
    await certificate('Rina Astuti', 1200);
    await certificate('Budi Santoso', 2000);
    await enrolled('Rina Astuti', 'KR-02');
    await Rina.seen();
  });

  test('sees who could use a hand, and says a kind word with one tap, not twice a day', async () => {
    const Dewi = await linkStaff(house, { name: 'Dewi Lestari', roles: ['supervisor'] });
    await certificate('Dewi Lestari', 2000);
    await certificate('Hadi Prabowo', 2000);
    await playTranscript('> /unit\n…\n> [Rina Astuti]\n…', Dewi);
    await playTranscript(
      `
      > /unit
      Yang perlu dibantu di unit Bapak/Ibu
      ▰▰▰▰▰▰▱▱▱▱ 2 dari 3 orang sudah mencapai target JP tahun ini.
      Tertinggal dari rencana JP: 1. Ada batas dalam 14 hari: 0.
      • Rina Astuti: 12 dari 20 JP, JP tertinggal sejak Rabu, 30 Sep
      [Rina Astuti]
      > [Rina Astuti]
      Rina Astuti
      Analis Kebijakan
      Dinas Perhubungan
      ▰▰▰▰▰▰▱▱▱▱ 12 dari 20 JP tahun ini.
      Yang masih terbuka:
      • menyelesaikan Keselamatan Kerja (lewat 7 hari)
      • melengkapi JP tahun ini (43 hari lagi)
      [Ingatkan ramah] [Daftarkan] [Sertifikat] [Kembali ke unit]
      > [Ingatkan ramah]
      Pesan ramah untuk Rina Astuti tentang Keselamatan Kerja kami siapkan dan dikirim pada jam kerja.
      [Kembali ke pegawai] [Kembali ke unit]
      > [Kembali ke pegawai]
      …
      Hari ini sudah disapa.
      [Daftarkan] [Sertifikat] [Kembali ke unit]
    `,
      Hadi,
    );
    await house.hall.deliver();
    expect((await Rina.seen()).map(({ text }) => text)).toEqual([
      'Pesan ramah dari kepala unit Bapak/Ibu: semoga lancar menyelesaikan Keselamatan Kerja, batasnya Rabu, 11 Nov. Kalau ada kendala, silakan disampaikan, supaya bisa dibantu.',
    ]);
    await playTranscript('> [Ingatkan ramah]\nRina Astuti sudah disapa hari ini. Satu sapaan…\n…', Dewi);
    await house.hall.deliver();
    expect(await Rina.seen()).toEqual([]);
  });

  test('registers somebody, who hears from whom and why; without a chat they are spoken to in person', async () => {
    await playTranscript(
      `
      > /unit
      …
      > [Rina Astuti]
      …
      > [Daftarkan]
      Pelatihan mana untuk Rina Astuti? Yang wajib dan yang segera ditutup ada di atas.
      [Pelayanan Prima]
      > [Pelayanan Prima]
      Pelayanan Prima, 8 JP
      Penyelenggara: BKPSDM
      Waktu: kapan saja sampai Jumat, 27 Nov
      Untuk: Rina Astuti
      Rina Astuti akan kami beri tahu siapa yang mendaftarkan dan alasannya. Daftarkan sekarang?
      …
      > [Daftarkan]
      Rina Astuti sudah terdaftar di Pelayanan Prima. Kabarnya kami sampaikan pada jam kerja.
      …
    `,
      Hadi,
    );
    await house.hall.deliver();
    expect((await Rina.seen()).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Hadi Prabowo, Analis Kebijakan, mendaftarkan Bapak\/Ibu pada Pelayanan Prima\./,
      ),
    ]);
    await sql`delete from certificate where employee_id = ${await idOf('Budi Santoso')}`;
    await playTranscript(
      `
      > /unit
      …
      • Budi Santoso: 0 dari 20 JP, JP tertinggal sejak Selasa, 31 Mar
      • Rina Astuti: 12 dari 20 JP, JP tertinggal sejak Rabu, 30 Sep
      [Budi Santoso] [Rina Astuti]
      > [Budi Santoso]
      …
      Belum bisa disapa lewat chat, jadi mohon disapa langsung.
      [Daftarkan] [Kembali ke unit]
    `,
      Hadi,
    );
  });

  test('opens the certificates of their people, and finds those that wait', async () => {
    await certificate('Budi Santoso', 800, 'menunggu');
    await playTranscript(
      `
      > /unit
      …
      Sertifikat menunggu diperiksa: 1.
      …
      > [Budi Santoso]
      …
      8 JP lagi menunggu diperiksa.
      …
      > [Sertifikat]
      Sertifikat Budi Santoso
      • Bimbingan Teknis Marka Jalan, 8 JP, 10 Feb 2026: menunggu diperiksa
      …
    `,
      Hadi,
    );
  });
});

test('the personnel office finds a unit by its words, and who cannot be reached there', async () => {
  const Ratih = await linkStaff(house, { name: 'Ratih', roles: ['hr'], unit: 'bkpsdm' });
  await playTranscript(
    `
    > /unit
    Unit mana yang ingin dilihat? Pilih atau tulis namanya.
    …
    > perhubungan
    Yang perlu dibantu di Dinas Perhubungan
    …
    • Budi Santoso: 0 dari 20 JP, JP tertinggal sejak Selasa, 31 Mar
    …
    > [Unit lain]
    Unit mana yang ingin dilihat? Pilih atau tulis namanya.
    …
    > [Belum terjangkau]
    Belum terjangkau lewat chat: 2 dari 6 pegawai
    • Dinas Pekerjaan Umum…: 1 dari 1
    • Dinas Perhubungan: 1 dari 4
    …
    > [Dinas Perhubungan]
    Belum terjangkau, Dinas Perhubungan: 1
    • Budi Santoso: belum terhubung, tercatat sejak …
    …
  `,
    Ratih,
  );
});

test('a long list has pages; where a training is full, somebody goes on its waiting list', async () => {
  const Maya = await linkStaff(house, { name: 'Maya', roles: ['supervisor'], unit: 'dinas_kesehatan' });
  for (const nth of [1, 2, 3, 4, 5, 6, 7])
    await hireSomebody(sql, { name: `Perawat ${nth}`, unit: 'dinas_kesehatan' });
  await training('BT-03', 'Bantuan Hidup Dasar', '2026-12-04', 1);
  await enrolled('Perawat 1', 'BT-03');
  await playTranscript(
    `
    > /unit
    Yang perlu dibantu di unit Bapak/Ibu
    ▱▱▱▱▱▱▱▱▱▱ 0 dari 7 orang sudah mencapai target JP tahun ini.
    Tertinggal dari rencana JP: 7. Ada batas dalam 14 hari: 0.
    • Perawat 1: 0 dari 20 JP, JP tertinggal sejak Selasa, 31 Mar
    …
    [Perawat 1] [Perawat 2] [Perawat 3] [Perawat 4] [Perawat 5] [Perawat 6] [Berikutnya]
    > [Berikutnya]
    …
    • Perawat 7: 0 dari 20 JP, JP tertinggal sejak Selasa, 31 Mar
    [Perawat 7] [Sebelumnya]
    > [Perawat 7]
    …
    > [Daftarkan]
    Pelatihan mana untuk Perawat 7? …
    [Pelayanan Prima] [Bantuan Hidup Dasar]
    > [Bantuan Hidup Dasar]
    Bantuan Hidup Dasar, 8 JP
    Penyelenggara: BKPSDM
    Waktu: kapan saja sampai Jumat, 4 Des
    Untuk: Perawat 7
    Tempatnya sedang penuh, jadi Perawat 7 masuk daftar tunggu dan kami beri tahu. Lanjutkan?
    …
    > [Daftarkan]
    Perawat 7 masuk daftar tunggu Bantuan Hidup Dasar. Kabarnya kami sampaikan pada jam kerja.
    …
  `,
    Maya,
  );
  const [place] =
    await sql`select state, source from enrolment where employee_id = ${await idOf('Perawat 7')}`;
  expect(place).toEqual({ state: 'waiting', source: 'office' });
});

test('words behind the command are no secret way: a head sees their own people', async () => {
  const Hadi = await linkStaff(house, { name: 'Agus', roles: ['supervisor'], unit: 'dinas_kesehatan' });
  await playTranscript('> /unit dinas_pu\nYang perlu dibantu di unit Bapak/Ibu\n…', Hadi);
});

test('nobody else has a unit to look after', async () => {
  await playTranscript('> /unit\nHalaman ini untuk kepala unit…', house.actor());
  const clerk = await linkStaff(house, { name: 'Wati', roles: ['officer'] });
  await playTranscript('> /unit\nHalaman ini untuk kepala unit dan bagian kepegawaian…', clerk);
});
