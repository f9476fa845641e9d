import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { loadCity } from '../../../db/reads/city.ts';
import { service } from '../../../db/schema/index.ts';
import servicesJson from '../../../db/seed/data/services.json' with { type: 'json' };
import { serviceRows } from '../../../db/seed/demo/service-rows.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { stepSign } from './service-parts.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);

describe('a city that has not told what its offices do', () => {
  beforeAll(async () => {
    house = await openTestHall();
  });
  afterAll(() => house.close());

  test('says where to ask instead', async () => {
    await play('> layanan\nKeterangan layanan Pemerintah Kota Salatiga belum tersedia…\n[Menu]');
  });
});

describe('somebody looks for a service', () => {
  beforeAll(async () => {
    house = await openTestHall();
    const { units } = await loadCity(house.hall.database, { publicUrl: '' });
    await house.hall.database.db.insert(service).values(serviceRows(units));
  });
  afterAll(() => house.close());

  test('and finds it by words, with its requirements, steps and fee', async () => {
    await play(`
      > /layanan
      Layanan apa yang Bapak/Ibu perlukan? Tulis beberapa kata saja, misalnya ktp, akta, atau izin usaha.
      [Menurut kantor] [Batal]
      > syarat bikin akte
      Ini yang paling mendekati “syarat bikin akte”. Pilih satu, atau tulis kata lain.
      [Akta kelahiran] [Akta kematian] [Kembali]
      > [Akta kelahiran]
      Akta kelahiran
      Dinas Kependudukan dan Pencatatan Sipil
      Syarat:
      ☐ Surat keterangan lahir dari rumah sakit, puskesmas, bidan, atau penolong
      ☐ Buku nikah atau kutipan akta perkawinan orang tua
      ☐ Kartu Keluarga (KK)
      ☐ KTP-el orang tua
      Langkah:
      ① Isi formulir di loket
      ② Serahkan berkas
      ③ Periksa rancangan akta
      ④ Terima kutipan akta bertanda tangan elektronik
      Lama: 2 hari kerja (contoh)
      Biaya: gratis, tidak dipungut biaya
      Hasil: Kutipan akta kelahiran
      Jam layanan: …
      Tempat: Loket 4 kantor dinas (contoh)
      Pengaduan: 0298-000111, atau pilih Lapor masalah
      [Nilai layanan ini] [Lapor masalah] [Cari layanan lain] [Menu]
      > [Cari layanan lain]
      Layanan apa yang Bapak/Ibu perlukan?…
      [Menurut kantor] [Batal]
    `);
  });

  test('and a single find is shown at once, also behind the command', async () => {
    await play(`
      > layanan
      Layanan apa…
      …
      > imunisasi
      Imunisasi rutin bayi dan anak
      Dinas Kesehatan
      …
      > /layanan air bersih
      Sambungan baru air bersih (PDAM)
      Perumda Air Minum Kota Salatiga
      …
      Biaya: Rp1.250.000 (contoh)
      …
    `);
  });

  test('and where two offices do the same, each says which it is', async () => {
    await play(`
      > /layanan perekaman
      Ini yang paling mendekati…
      [Perekaman KTP-el (Kecamatan Argomulyo)] [Perekaman KTP-el (Kecamatan Sidomukti)] [Perekaman KTP-el (Kecamatan Sidorejo)] [Perekaman KTP-el (Kecamatan Tingkir)] [Kembali]
      > 4
      Perekaman KTP-el
      Kecamatan Tingkir
      …
    `);
  });

  test('with a slip of the finger, by the office, and with other words from the list', async () => {
    await play(`
      > /layanan kelairan
      Ini yang paling mendekati “kelairan”. Pilih satu, atau tulis kata lain.
      [Akta kelahiran] [Kembali]
      > 1
      Akta kelahiran
      …
      > /layanan dinkes
      …
      [Imunisasi rutin bayi dan anak] [Rujukan dari puskesmas ke rumah sakit] [Kembali]
      > kartu pencari kerja
      Kartu pencari kerja (AK-1, kartu kuning)
      …
    `);
  });

  test('by choosing the office, back and forth', async () => {
    await play(`
      > layanan
      …
      > menurut kantor
      Kantor yang mana?
      …
      > dinas kesehatan
      Layanan yang mana?
      [Imunisasi rutin bayi dan anak] [Rujukan dari puskesmas ke rumah sakit] [Kembali]
      > kembali
      Kantor yang mana?
      …
      > dinas sosial
      Layanan yang mana?
      [Surat keterangan tidak mampu (SKTM)] [Kembali]
      > 1
      Surat keterangan tidak mampu (SKTM)
      …
    `);
  });

  test('in words with line breaks and signs that no text can hold', async () => {
    const sri = house.actor();
    await sri.type('/layanan imunisasi\u0000\n  anak');
    expect((await sri.seen())[0]?.text).toContain('Imunisasi rutin bayi dan anak');
  });

  test('of which nothing is known: kind words, other words, or a person', async () => {
    await play(`
      > layanan
      …
      > xyzzy plugh
      Layanan “xyzzy plugh” belum ketemu. Coba kata lain yang lebih pendek, pilih menurut kantor, atau ketik 0 untuk bertanya ke petugas.
      Layanan apa yang Bapak/Ibu perlukan?…
      [Menurut kantor] [Batal]
      > 0
      Petugas Pemerintah Kota Salatiga…
      …
    `);
  });

  test('while a report waits, and comes back to it', async () => {
    await play(`
      > lampu jalan mati di depan pasar
      Sepertinya tentang Lampu Jalan (PJU)…
      …
      > /layanan sktm
      Surat keterangan tidak mampu (SKTM)
      …
      Sepertinya tentang Lampu Jalan (PJU)…
      …
    `);
  });

  test('that its office has hardly described: what is missing is asked there, never invented', async () => {
    await house.hall.database
      .sql`insert into service (code, unit_code, name) values ('dongeng', 'bkpsdm', 'Ruang dongeng')`;
    await house.hall.database.sql`update unit set phone = null where code = 'bkpsdm'`;
    await play(`
      > /layanan dongeng
      Ruang dongeng
      Badan Kepegawaian dan Pengembangan Sumber Daya Manusia
      Syarat: tanyakan di kantornya
      Langkah: tanyakan di kantornya
      Lama: tanyakan di kantornya
      Biaya: tanyakan di kantornya
      Hasil: tanyakan di kantornya
      Pengaduan: pilih Lapor masalah di bawah ini
      [Nilai layanan ini] [Lapor masalah] [Cari layanan lain] [Menu]
      > [Lapor masalah]
      Silakan ceritakan masalahnya…
    `);
    await house.hall.database.sql`delete from service where code = 'dongeng'`;
  });

  test('that is no longer given', async () => {
    const sri = house.actor();
    await house.hall.database
      .sql`insert into service (code, unit_code, name) values ('lama', 'setda', 'Layanan lampau')`;
    await play('> /layanan setda\nLayanan lampau\n…', sri);
    await house.hall.database.sql`update service set active = false where code = 'lama'`;
    await play('> /layanan lampau\nLayanan “lampau” belum ketemu…\n…', sri);
    await house.hall.database.sql`delete from service where code = 'lama'`;
  });

  test.each(servicesJson.services)('$name answers with its six components', async (one) => {
    const own = one.office === 'kecamatan' ? `${one.code}-tingkir` : one.code;
    const sri = house.actor();
    await sri.type(`/layanan ${own}`);
    const lines = (await sri.seen()).flatMap(({ text }) => text.split('\n')).filter(Boolean);
    const free = one.fee === 'Gratis';
    const expected = [
      one.name,
      'Syarat:',
      ...one.requirements.map((line) => `☐ ${line}`),
      'Langkah:',
      ...one.steps.map((line, i) => `${stepSign(i + 1)} ${line}`),
      `Lama: ${one.time}`,
      `Biaya: ${free ? 'gratis, tidak dipungut biaya' : one.fee}`,
      `Hasil: ${one.product}`,
      `Jam layanan: ${one.hours}`,
      `Tempat: ${one.place}`,
    ];
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
    expect(lines.join('\n')).toMatch(/Pengaduan: 0298-000\d{3}, atau pilih Lapor masalah/);
  });

  const inTelegram = onlyOn('telegram');
  inTelegram('from an old button of a service that is gone', async () => {
    const sri = house.actor();
    await play('> menu\n…', sri);
    await sri.forge('go:service:tidak-ada');
    expect((await sri.seen()).at(-1)?.text).toBe('Layanan ini sudah tidak ada di daftar kami.');
  });
});
