import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { atWork, fillKnowledge } from '../../../api/testing/known-city.ts';
import servicesJson from '../../../db/seed/data/services.json' with { type: 'json' };
import { playTranscript } from '../../conversation/transcript.ts';
import type { Aspect } from '../../domain/aspect.ts';
import { askedOfServices } from './testing/asked-of-services.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);

describe('somebody asks', () => {
  beforeAll(async () => {
    house = await openTestHall();
    await atWork(house);
    await fillKnowledge(house);
  });
  afterAll(() => house.close());

  test('for one thing about a service, and is told exactly that', async () => {
    await play(`
      > /tanya
      Mau tanya apa? Tulis singkat saja, misalnya syarat KTP baru, biaya akta kelahiran, atau alamat Dinas Sosial.
      [Batal]
      > berapa lama akte kelahiran jadi?
      Akta kelahiran
      Dinas Kependudukan dan Pencatatan Sipil
      Lama: 2 hari kerja (contoh)
      Menurut standar pelayanan kantornya.
      [Lihat semua] [Nilai layanan ini] [Tanya lain]
      > [Lihat semua]
      Akta kelahiran
      Dinas Kependudukan dan Pencatatan Sipil
      Syarat:
      …
    `);
  });

  test('without any command, in the first words they write', async () => {
    await play(`
      > berapa lama akte kelahiran jadi?
      Akta kelahiran
      Dinas Kependudukan dan Pencatatan Sipil
      Lama: 2 hari kerja (contoh)
      Menurut standar pelayanan kantornya.
      [Lihat semua] [Nilai layanan ini] [Tanya lain]
    `);
  });

  test('for two things at once, and for a service as such', async () => {
    await play(`
      > /tanya syarat dan biaya kartu kuning
      Kartu pencari kerja (AK-1, kartu kuning)
      Dinas Perindustrian dan Tenaga Kerja
      Syarat:
      ☐ KTP-el
      ☐ Ijazah terakhir
      ☐ Pasfoto 3 x 4 dua lembar
      ☐ Sertifikat keahlian, bila ada
      Biaya: gratis, tidak dipungut biaya
      Menurut standar pelayanan kantornya.
      [Lihat semua] [Nilai layanan ini] [Tanya lain]
      > tanya
      Mau tanya apa?…
      …
      > kartu kuning
      Kartu pencari kerja (AK-1, kartu kuning)
      …
      Pengaduan: …
      …
    `);
  });

  test('what somebody checked, and sees when and by whom', async () => {
    await play(`
      > /tanya mau cek bansos
      Bagaimana mengetahui apakah terdaftar sebagai penerima bansos?
      Petugas Dinas Sosial bisa memeriksanya. Datang dengan KTP dan KK, atau telepon 0298-000108 pada jam kantor.
      Diperiksa 12 Nov 2026 · Dinsos
      [Tanya lain] [Petugas]
      > [Tanya lain]
      Mau tanya apa?…
      [Batal]
      > petugas minta uang
      Petugas meminta uang, apa yang harus dilakukan?
      Petugas tidak boleh meminta uang di luar tarif resmi…
      Diperiksa 12 Nov 2026 · Pemerintah Kota Salatiga
      [Tanya lain] [Petugas]
    `);
  });

  test('for an office by name, and for the offices as such', async () => {
    await play(`
      > /tanya nomor telepon disdukcapil
      Dinas Kependudukan dan Pencatatan Sipil
      Telepon: 0298-000111
      Jam kantor: Senin–Kamis 07.30–16.00; Jumat 07.30–14.30
      Menurut daftar kantor Pemerintah Kota Salatiga.
      [Tanya lain] [Petugas]
      > /tanya jam buka kantor?
      Pemerintah Kota Salatiga
      Alamat: Jl. Contoh No. 1, Salatiga
      Telepon: 0298-000101
      Jam kantor: Senin–Kamis 07.30–16.00; Jumat 07.30–14.30
      …
    `);
  });

  test('for one of several offices, and chooses', async () => {
    await play(`
      > /tanya alamat kecamatan
      Mungkin salah satu ini yang dimaksud. Pilih satu, tulis dengan kata lain, atau kirim ke petugas.
      [Kecamatan Argomulyo] [Kecamatan Sidomukti] [Kecamatan Sidorejo] [Kecamatan Tingkir] …
      > kecamatan tingkir
      Kecamatan Tingkir
      …
    `);
  });

  test('for what may be several services, and chooses or asks in other words', async () => {
    const sri = house.actor();
    await play('> /tanya biaya ktp\nMungkin salah satu ini yang dimaksud…\n…', sri);
    await play('> KTP-el baru\nKTP-el baru\n…\nBiaya: gratis, tidak dipungut biaya\n…', sri);
    await play('> /tanya biaya ktp\nMungkin…\n…\n> lama akta kematian\nAkta kematian\n…\nLama: …\n…', sri);
  });

  test('without saying of what, and is asked that', async () => {
    await play(`
      > /tanya berapa biayanya?
      Tentang layanan atau kantor yang mana? Tulis bersama namanya ya, misalnya biaya akta kelahiran.
      Mau tanya apa?…
      [Batal]
      > biaya akta kelahiran
      Akta kelahiran
      …
      Biaya: gratis, tidak dipungut biaya
      …
    `);
  });

  test('in words that speak of danger: help comes first', async () => {
    await play('> /tanya rumah tetangga saya kebakaran\n…112…\n…');
  });

  test.each(servicesJson.services)('about $name, in natural words', async (one) => {
    const sri = house.actor();
    const place = one.office === 'kecamatan' ? 'Tingkir' : '';
    const free = one.fee === 'Gratis';
    const told: { readonly [aspect in Aspect]?: readonly string[] } = {
      requirements: ['Syarat:', ...one.requirements.map((line) => `☐ ${line}`)],
      time: [`Lama: ${one.time}`],
      fee: [`Biaya: ${free ? 'gratis, tidak dipungut biaya' : one.fee}`],
      hours: [`Jam layanan: ${one.hours}`],
      place: [`Tempat: ${one.place}`],
    };
    const asked = (askedOfServices[one.code] ?? []).slice(0, 4);
    expect(asked.map(([aspect]) => aspect).slice(0, 3)).toEqual(['requirements', 'time', 'fee']);
    for (const [aspect, typed] of asked) {
      await sri.type(`/tanya ${typed.replace('{place}', place)}`);
      const lines = (await sri.seen()).flatMap(({ text }) => text.split('\n')).filter(Boolean);
      const unitOf = lines[1];
      expect(lines, typed).toEqual([
        one.name,
        unitOf,
        ...(told[aspect] ?? []),
        'Menurut standar pelayanan kantornya.',
      ]);
    }
  });
});
