import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlantedAward, plantAward, untilPhase } from '../../../../api/testing/award.ts';
import { hireSomebody } from '../../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

type Actor = ReturnType<TestHall['actor']>;

let house: TestHall;
let award: PlantedAward;
let Sri: Actor;
let Wahyu: Actor;
let Hadi: Actor;
let nipOfDewi: string;

const said = async (who: Actor) => {
  await house.hall.deliver();
  return (await who.seen()).map(({ text }) => text);
};

const story =
  'Antrean KTP dulu dua jam, Wahyu menata loketnya sehingga warga lanjut usia selesai dalam lima belas menit.';

beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2027-01-11');
  Sri = await linkStaff(house, { name: 'Sri Lestari', roles: [] });
  Wahyu = await linkStaff(house, { name: 'Wahyu Nugroho, S.Kom.', roles: [] });
  Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
  nipOfDewi = await hireSomebody(house.hall.database.sql, {
    name: 'Dewi Anggraini',
    unit: 'dinas_perhubungan',
  });
  for (const who of [Sri, Wahyu, Hadi]) await who.seen();
});
afterAll(() => house.close());

test('before a cycle is announced, or nominations are open, it is said when they are', async () => {
  await playTranscript('> /usul\nSaat ini belum ada putaran ASN Berprestasi.…\n…', Sri);
  award = await plantAward(house.hall);
  await playTranscript('> /usul\nTahap pengusulan ASN Berprestasi 2027 dibuka … sampai …\n…', Sri);
  await untilPhase(house.hall, award, 'nominasi');
});

describe('somebody who serves', () => {
  test('names a colleague by a name with a slip of the finger, who hears of it but not from whom', async () => {
    await playTranscript(
      `
      > /usul
      Usulan ASN Berprestasi 2027 dibuka sampai … Siapa pegawai yang kerjanya paling terasa bagi warga? Tulis nama atau NIP.
      [Nanti saja]
      > wahyo nugroho
      Siapa yang Bapak/Ibu maksud? Kalau belum ada, tulis nama lain.
      • Wahyu Nugroho, S.Kom., Analis Kebijakan, Dinas Perhubungan
      …
      > 1
      Wahyu Nugroho, S.Kom., Analis Kebijakan. Untuk kategori apa? Dari jabatannya, kami usulkan Pelaksana.
      [Pelaksana] [Manajerial] [Fungsional]
      > Fungsional
      Nilai BerAKHLAK mana yang paling tampak pada Wahyu Nugroho, S.Kom.?
      …
      > 2
      Ceritakan kerja Wahyu Nugroho, S.Kom. dengan satu contoh nyata: apa yang dilakukan, dan apa hasilnya bagi warga? Paling sedikit 50 huruf, tanpa data pribadi warga.
      > Rajin sekali dan ramah.
      Ceritanya bagus untuk dilengkapi: masih kurang 27 huruf. Mohon ditulis lagi dengan contohnya.
      …
      > ${story} Hubungi warganya di 081234567890.
      Nomor atau alamat pribadi kami tutup, supaya data orang tetap terjaga.
      Usulan Bapak/Ibu: Wahyu Nugroho, S.Kom., Dinas Perhubungan
      Kategori: Fungsional
      Nilai: Akuntabel
      …
      [Kirim] [Ubah] [Batal]
      > Kirim
      Terima kasih. Usulan untuk Wahyu Nugroho, S.Kom., kategori Fungsional, sudah kami terima. Yang bersangkutan kami kabari pada jam kerja.
      [Penghargaan]
    `,
      Sri,
    );
    const heard = await said(Wahyu);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(
      /^Kabar baik: rekan kerja mengusulkan Bapak\/Ibu untuk ASN Berprestasi 2027, kategori Fungsional\./,
    );
    expect(heard[0]).not.toContain('Sri');
    const [kept] = await house.hall.database.sql<{ story: Buffer; value: string }[]>`
      select story, value from award_nomination`;
    expect(kept?.value).toBe('akuntabel');
    expect(kept?.story.toString('latin1')).not.toContain('Antrean');
  });

  test('has one nomination a category, and none for themselves', async () => {
    await playTranscript(
      `
      > /usul Sri Lestari
      Siapa yang Bapak/Ibu maksud?…
      …
      > 1
      Terima kasih semangatnya. Usulan di sini untuk rekan lain, jadi nama sendiri belum bisa dipakai.
      …
      > ${nipOfDewi}
      Siapa yang Bapak/Ibu maksud?…
      • Dewi Anggraini, Analis Kebijakan, Dinas Perhubungan
      …
      > 1
      Dewi Anggraini, Analis Kebijakan. Untuk kategori apa?…
      …
      > Fungsional
      Untuk kategori Fungsional, usulan Bapak/Ibu sudah kami terima.…
      …
      > batal
      …
    `,
      Sri,
    );
  });

  test('hears nothing twice where a second colleague names them', async () => {
    await playTranscript(
      `> /usul Wahyu Nugroho\n…\n> 1\n…\n> Fungsional\n…\n> 1\n…\n> ${story}\n…\n> Kirim\nTerima kasih. Usulan untuk Wahyu…\n…`,
      Hadi,
    );
    expect(await said(Wahyu)).toEqual([]);
  });
});

describe('a head of office', () => {
  test('is somebody who heads one', async () => {
    await playTranscript('> /penghargaan\nASN Berprestasi 2027: sekarang pengusulan…\n…', Sri);
    await Sri.seen();
    await Sri.forge('go:forward-nominee');
    expect((await said(Sri)).join()).toMatch(/^Meneruskan calon ke panitia adalah bagian kepala kantor/);
  });

  test('forwards one nominee a category, and is told of the second that one is the most', async () => {
    const Dian = await linkStaff(house, { name: 'Dian Permata', roles: [] });
    await playTranscript(
      `> /usul ${nipOfDewi}\n…\n> 1\n…\n> Fungsional\n…\n> 1\n…\n> ${story}\n…\n> Kirim\nTerima kasih. Usulan untuk Dewi…\n…`,
      Dian,
    );
    await playTranscript(
      `
      > /penghargaan
      …
      > [Teruskan calon]
      Usulan untuk Dinas Perhubungan, ASN Berprestasi 2027. Satu calon per kategori bisa diteruskan ke panitia. Siapa yang mau dilihat?
      • Fungsional: Dewi Anggraini, 1 cerita
      • Fungsional: Wahyu Nugroho, S.Kom., 2 cerita
      …
      > [Wahyu Nugroho, S.Kom.]
      Wahyu Nugroho, S.Kom., kategori Fungsional. Ada 2 cerita:
      …
      Mengapa Bapak/Ibu meneruskan rekan ini? Tulis alasannya untuk panitia.
      …
      > Bagus
      Alasannya mohon dilengkapi, masih kurang 15 huruf.
      …
      > Loket kami menjadi contoh karena kerjanya
      Diteruskan ke panitia: Wahyu Nugroho, S.Kom., kategori Fungsional
      …
      > Kirim
      Terima kasih. Wahyu Nugroho, S.Kom. sudah diteruskan ke panitia untuk kategori Fungsional, dan kami kabari.
      [Teruskan calon]
      > [Teruskan calon]
      …
      • Fungsional: Wahyu Nugroho, S.Kom., sudah diteruskan
      …
    `,
      Hadi,
    );
    expect((await said(Wahyu)).join()).toContain('Kepala kantor meneruskan Bapak/Ibu ke panitia');
    expect((await said(Sri)).join()).toContain('yang Bapak/Ibu usulkan, diteruskan kepala kantornya');
    const sql = house.hall.database.sql;
    const [other] = await sql<{ id: number }[]>`
      select n.id::int as id from award_nominee n join employee e on e.id = n.employee_id where e.name = 'Dewi Anggraini'`;
    await Hadi.forge(`go:forward-nominee:${other?.id}`);
    expect((await said(Hadi)).join()).toContain('sudah meneruskan satu calon');
  });
});

describe('a nominee', () => {
  test('sees the card rule by rule, and agrees with what is new in the work', async () => {
    await playTranscript(
      `
      > /penghargaan
      …
      > [Kartu saya]
      Kartu calon ASN Berprestasi 2027
      Kategori Fungsional, Dinas Perhubungan
      Diusulkan 2 rekan. Nilai: …
      Kesediaan Bapak/Ibu kami tunggu.
      Syarat, seperti tercatat sekarang:
      • PNS atau PPPK yang masih bertugas: memenuhi
      • masa kerja cukup: menunggu data
      • predikat kinerja: menunggu data
      • catatan disiplin bersih: menunggu data
      • jam pelajaran tahun ini: belum memenuhi
      • belum lama ini tidak menang: menunggu data
      • bersedia dan sudah melihat data: menunggu data
      …
      > [Setuju dicalonkan]
      Boleh diceritakan: apa yang baru dalam kerja Bapak/Ibu, dan apa hasilnya?…
      [Lewati]
      > Antrean bergilir lewat pesan singkat.
      Inovasi, seperti dibaca panitia: Antrean bergilir lewat pesan singkat.
      Kirim sekarang?
      …
      > Kirim
      Terima kasih sudah bersedia.…
      [Kartu saya]
      > [Kartu saya]
      …
      Bapak/Ibu bersedia, dan sudah diteruskan ke panitia.
      …
      > [Cerita rekan]
      Cerita rekan tentang kerja Bapak/Ibu (2):
      …
    `,
      Wahyu,
    );
  });

  test('looks at the record when records are corrected, and says that it is right', async () => {
    await untilPhase(house.hall, award, 'koreksi');
    await playTranscript(
      `
      > /penghargaan
      …
      > [Kartu saya]
      …
      > [Lihat data]
      Data yang dilihat panitia:
      • Predikat 2026: menunggu data
      • Predikat 2025: menunggu data
      • Kehadiran 3 bulan: menunggu data
      • JP tahun 2027: 0
      Sudah benar semuanya?
      …
      > [Data sudah benar]
      Terima kasih. Data Bapak/Ibu untuk ASN Berprestasi 2027 kami catat sudah benar.
      …
    `,
      Wahyu,
    );
    const [row] = await house.hall.database.sql`
      select saw_record_at is not null as saw, innovation from award_nominee where forwarded_at is not null`;
    expect(row).toMatchObject({ saw: true, innovation: 'Antrean bergilir lewat pesan singkat.' });
  });
});
