import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '../../../api/jobs.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const play = (script: string) => playTranscript(script, house.actor());
const hours = (n: number) => house.hall.clock.shift(n * 3600);
const run = async (name: string) => {
  await jobsOf(house.hall, async () => 0)
    .find((job) => job.name === name)
    ?.run();
  await house.hall.deliver();
};

describe('a first hello', () => {
  test('says who we are and what is kept, once, and offers the language', async () => {
    await play(`
      > selamat pagi
      Selamat datang di Sapa Salatiga…
      Pesan, foto, dan lokasi kami simpan…
      [Lapor masalah] [Nilai layanan] [Cek laporan saya] [Info layanan] [Bahasa · Language] [Bantuan]
      > halo
      Selamat datang di Sapa Salatiga…
      [Lapor masalah] [Nilai layanan] [Cek laporan saya] [Info layanan] [Bahasa · Language] [Bantuan]
    `);
  });

  test('in another language stays there, and Indonesian words still work', async () => {
    await play(`
      > /bahasa
      Mau memakai bahasa apa?
      [Bahasa Indonesia] [Basa Jawa] [English]
      > English
      …
      [Report a problem] [Menu]
      > [Report a problem]
      …
      > batal
      …
    `);
  });
});

describe('words that always work', () => {
  test('help in the middle of a report brings the question back', async () => {
    await play(`
      > /lapor
      Silakan ceritakan…
      > lampu jalan mati
      Sepertinya…
      > bantuan
      Cukup tulis masalahnya…
      Sepertinya…
    `);
  });

  test('0 names the office, its number and its hours', async () => {
    await play(`
      > 0
      …Senin–Kamis 07.30–16.00; Jumat 07.30–14.30.
    `);
  });

  test('the menu puts a report aside and offers it first', async () => {
    await play(`
      > lampu jalan mati total
      Sepertinya…
      > menu
      Ada yang bisa kami bantu?
      [Lanjutkan yang tadi] [Lapor masalah] [Nilai layanan] [Cek laporan saya] [Info layanan] [Bahasa · Language] [Bantuan]
      > [Cek laporan saya]
      Berapa nomor laporannya?
      > batal
      Baik, sudah dibatalkan.
      Sepertinya…
    `);
  });

  test('a second report asks first whether the old one goes on', async () => {
    await play(`
      > lampu jalan mati total
      Sepertinya…
      > /lapor
      Masih ada yang belum selesai: laporan yang tadi ditulis. Lanjutkan, atau mulai baru?
      [Lanjutkan yang tadi] [Mulai baru]
      > [Mulai baru]
      Silakan ceritakan…
    `);
  });

  test('stop means no more news, and news can come again', async () => {
    const sri = house.actor();
    await playTranscript('> berhenti\nBaik, kami tidak akan mengirim kabar lagi…\n[Kabari saya lagi]', sri);
    const stopped = async () =>
      (await house.hall.database.sql`select count(*)::int as n from contact where stopped_at is not null`)[0]
        ?.n;
    expect(await stopped()).toBe(1);
    await playTranscript('> [Kabari saya lagi]\nTerima kasih…', sri);
    expect(await stopped()).toBe(0);
  });
});

describe('danger', () => {
  test('is answered first at any step, also in the place', async () => {
    await play(`
      > pohon tumbang menutup jalan
      Sepertinya…
      > 1
      Di mana…
      > dekat pasar, ada yang terluka parah
      Tempat: …
      Kalau ada yang terluka atau terancam, telepon 112 sekarang…
      [Lanjut lapor]
      > 1
      Ada fotonya?…
    `);
  });

  test('is answered first inside another conversation', async () => {
    await play(`
      > /bahasa
      Mau memakai bahasa apa?
      …
      > tolong ada kecelakaan, orangnya pingsan
      Kalau ada yang terluka atau terancam, telepon 112 sekarang…
    `);
  });
});

describe('a draft', () => {
  onlyOn(
    'telegram',
    'whatsapp-cloud',
    'whatsapp-linked',
  )('where somebody is to be reached, goes on after days, is mentioned once, and expires', async () => {
    const sri = house.actor();
    await playTranscript('> lampu jalan mati lagi\nSepertinya…', sri);
    await hours(25);
    await run('nudge-drafts');
    const nudged = await sri.seen();
    expect(nudged.map(({ text }) => text).join()).toContain('belum terkirim');
    await run('nudge-drafts');
    expect(await sri.seen()).toEqual([]);
    await playTranscript('> [Lanjutkan yang tadi]\nKita lanjutkan yang tadi.\nSepertinya…', sri);
    await hours(24 * 3);
    await playTranscript('> [Lampu Jalan (PJU)]\nDi mana lokasinya?…', sri);
    await hours(24 * 31);
    await run('forget');
    const [row] = await house.hall.database
      .sql`select count(*)::int as n from talk where sealed is not null and form is not null`;
    expect(row?.n).toBe(0);
    await playTranscript('> halo\nSelamat datang…\n…', sri);
  });

  test('is offered to somebody who only says hello after a long silence', async () => {
    const sri = house.actor();
    await playTranscript('> lampu jalan mati sebelah masjid\nSepertinya…', sri);
    await hours(30);
    await playTranscript(
      '> selamat siang\nSelamat datang…\n…\n[Lanjutkan yang tadi] [Lapor masalah] [Nilai layanan] [Cek laporan saya] [Info layanan] [Bahasa · Language] [Bantuan]',
      sri,
    );
  });
});

describe('a person who blocks the bot', () => {
  onlyOn('telegram')(
    'where the platform tells of it, is known to be gone, and known to be back',
    async () => {
      const sri = house.actor();
      await playTranscript('> halo\nSelamat datang…\n…', sri);
      await sri.block();
      await sri.seen();
      const gone = async () =>
        (
          await house.hall.database
            .sql`select count(*)::int as n from contact where unreachable_at is not null`
        )[0]?.n;
      expect(await gone()).toBe(1);
      await sri.unblock();
      await sri.seen();
      expect(await gone()).toBe(0);
    },
  );
});
