import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playTranscript } from '../../conversation/transcript.ts';
import { openCommittee } from './testing/committee.ts';

let town: Awaited<ReturnType<typeof openCommittee>>;
beforeAll(async () => {
  town = await openCommittee();
  await town.until('verifikasi');
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

describe('a member of the committee', () => {
  test('sees who waits, with evidence from real work and the rules one by one, and accepts at a tap', async () => {
    const { names, member, deliver, read, nominee } = town;
    const { id, chat: Rina } = await names({ name: 'Rina Astuti', linked: true });
    await names({ name: 'Tono Wibowo', unit: 'dinas_pu', category: 'fungsional', forwarded: false });
    const Maya = await member();
    await Rina?.seen();
    await playTranscript(
      `
      > /panitia
      Panitia ASN Berprestasi 2027
      Tahap: pemeriksaan syarat, sampai …
      • Tono Wibowo, … (Fungsional): tidak diteruskan kepala dinas
      • Rina Astuti, Dinas Perhubungan (Pelaksana): menunggu diperiksa
      [Tono Wibowo] [Rina Astuti]
      > [Rina Astuti]
      Rina Astuti
      Analis Kebijakan
      Dinas Perhubungan · Pelaksana
      Diusulkan 1 pegawai.
      Angka dinasnya belum cukup untuk ditampilkan.
      JP tahun ini: 24, di antaranya mentoring dan coaching 4.
      Syarat:
      • …: memenuhi
      • …: memenuhi
      • …: memenuhi
      • …: memenuhi
      • …: memenuhi
      • …: memenuhi
      • …: menunggu data
      Keadaan: menunggu diperiksa.
      [Terima] [Tanyakan] [Tolak] [Cerita dan inovasi] [Kembali ke panitia]
      > [Cerita dan inovasi]
      Tentang Rina Astuti, tanpa nama pengusul:
      Alasan kepala dinas: Antrean loket turun separuh sejak jalur lansia.
      Inovasi menurut calon: Jalur khusus lansia dan formulir besar.
      [Berikutnya] [Kembali ke calon]
      > [Berikutnya]
      Tentang Rina Astuti, tanpa nama pengusul:
      Kolaboratif: Setiap Jumat menjemput berkas warga lansia ke rumahnya.
      [Sebelumnya] [Kembali ke calon]
      > [Kembali ke calon]
      …
      > [Terima]
      Rina Astuti diterima sebagai calon dan kami kabari. Selama tahap ini keputusan masih bisa diubah.
      [Kembali ke panitia] [Kembali ke calon]
      > [Kembali ke calon]
      …
      Diterima oleh Maya Panitia, …
      [Tanyakan] [Tolak] [Cerita dan inovasi] [Kembali ke panitia]
    `,
      Maya,
    );
    expect(await nominee(id)).toMatchObject({
      verdict: 'accepted',
      evidence: {
        unit: { ikm: null, onTime: null },
        person: { jp: 2400, mentoring: 400 },
        nominations: 1,
      },
    });
    await deliver();
    if (Rina) expect(await read(Rina)).toMatch(/^Panitia ASN Berprestasi menerima pencalonan Bapak\/Ibu/);
  });

  test('asks a nominee, whose answer comes back, and nobody else reads the question', async () => {
    const { names, member, deliver, read, nominee, guess } = town;
    const { id, chat: Rina } = await names({ name: 'Rina Astuti', linked: true });
    const Maya = await member();
    if (!Rina) throw new Error('she has a chat');
    await Rina.seen();
    await guess('Maya Panitia', `go:candidate:${id}`);
    await Maya.seen();
    await playTranscript(
      `
      > /panitia
      …
      > [Rina Astuti]
      …
      > [Tanyakan]
      Apa yang ingin panitia tanyakan kepada Rina Astuti? Tulis satu pertanyaan yang jelas.
      > Berapa lama antrean sebelum jalur lansia dibuka?
      Pertanyaan panitia untuk Rina Astuti:
      Berapa lama antrean sebelum jalur lansia dibuka?
      Sudah benar?
      [Kirim] [Ubah] [Batal]
      > Kirim
      Pertanyaannya kami sampaikan kepada Rina Astuti pada jam kerja. Jawabannya kami kirim ke sini.
    `,
      Maya,
    );
    expect(await guess('Maya Panitia', `go:nominee-reply:${id}`)).toContain('nominee-reply.none');
    await deliver();
    expect(await read(Rina)).toContain(
      'ingin bertanya tentang pencalonan Bapak/Ibu (Pelaksana):\nBerapa lama',
    );
    await playTranscript(
      `
      > [Jawab]
      Panitia ASN Berprestasi bertanya:
      Berapa lama antrean sebelum jalur lansia dibuka?
      Apa jawaban Bapak/Ibu?
      > Dulu satu jam, sekarang dua puluh menit.
      Jawaban untuk panitia:
      Dulu satu jam, sekarang dua puluh menit.
      Sudah benar?
      > Kirim
      Terima kasih, jawabannya kami teruskan ke panitia pada jam kerja.
    `,
      Rina,
    );
    expect(await nominee(id)).toMatchObject({
      verdict: 'asked',
      reply: 'Dulu satu jam, sekarang dua puluh menit.',
    });
    await deliver();
    expect(await read(Maya)).toContain(
      'Rina Astuti menjawab pertanyaan panitia:\nDulu satu jam, sekarang dua puluh menit.',
    );
    expect(await guess('Rina Astuti', `go:nominee-reply:${id}`)).toContain('nominee-reply.already');
    await playTranscript(
      `
      > [Lihat calon]
      …
      Jawaban calon: Dulu satu jam, sekarang dua puluh menit.
      [Terima] [Tanyakan] [Tolak] [Cerita dan inovasi] [Kembali ke panitia]
    `,
      Maya,
    );
  });

  test('cannot accept somebody who does not meet a rule, and refuses with its name', async () => {
    const { sql, names, member, deliver, read, nominee, guess, idOf } = town;
    const { id, chat: Budi } = await names({ name: 'Budi Santoso', eligible: false, linked: true });
    const Maya = await member();
    await Budi?.seen();
    expect(await guess('Maya Panitia', `go:candidate:${id} terima 0`)).toContain('candidate.not-now');
    expect(await nominee(id)).toMatchObject({ verdict: null });
    await Maya.seen();
    await playTranscript(
      `
      > /panitia
      …
      > [Budi Santoso]
      …
      Keadaan: menunggu diperiksa.
      [Tanyakan] [Tolak] [Cerita dan inovasi] [Kembali ke panitia]
      > [Tolak]
      Mengapa Budi Santoso belum bisa diterima? …
      [predikat kinerja] [Batal]
      > [predikat kinerja]
      Budi Santoso belum bisa diterima sebagai calon.
      Syarat yang belum terpenuhi: predikat kinerja.
      …
      > Kirim
      Baik, kami catat. Budi Santoso kami kabari pada jam kerja, dengan alasan dan cara menyanggah.
    `,
      Maya,
    );
    await deliver();
    if (Budi) {
      const said = await read(Budi);
      expect(said).toContain('Syarat yang belum terpenuhi: predikat kinerja.');
      expect(said).toContain('/sanggah');
      expect(said).not.toContain('Maya');
    }
    const lines = await sql`select 1 from audit where action = 'award-refused' and sealed is not null
      and employee_id = ${await idOf('Maya Panitia')}`;
    expect(lines).toHaveLength(1);
  });

  test('writes a reason of their own, and may change the verdict within the phase', async () => {
    const { names, member, nominee } = town;
    const { id } = await names({ name: 'Rina Astuti' });
    const Maya = await member();
    await playTranscript(
      `
      > /panitia
      …
      > [Rina Astuti]
      …
      > [Tolak]
      …
      > kurang
      …
      > Hasilnya belum bisa diukur dari data yang ada.
      Rina Astuti belum bisa diterima sebagai calon.
      Hasilnya belum bisa diukur dari data yang ada.
      …
      > Kirim
      …
      [Kembali ke panitia]
      > [Kembali ke panitia]
      …
      > [Rina Astuti]
      …
      Kata panitia: Hasilnya belum bisa diukur dari data yang ada.
      [Terima] [Tanyakan] [Cerita dan inovasi] [Kembali ke panitia]
      > [Terima]
      Rina Astuti diterima sebagai calon…
    `,
      Maya,
    );
    expect(await nominee(id)).toMatchObject({ verdict: 'accepted', reason: null });
  });

  test('is shown the card again where a colleague decided in between', async () => {
    const { names, member, nominee } = town;
    const { id } = await names({ name: 'Rina Astuti' });
    const Maya = await member();
    const Dewi = await member('Dewi Panitia', 'dinas_pu');
    for (const one of [Maya, Dewi]) await playTranscript('> /panitia\n…\n> [Rina Astuti]\n…', one);
    await playTranscript(
      `
      > [Tolak]
      …
      > Hasilnya belum bisa diukur dari data yang ada.
      …
      > Kirim
      Baik, kami catat…
    `,
      Dewi,
    );
    await playTranscript(
      `
      > [Terima]
      Baru saja ada kabar tentang calon ini. Mohon dilihat sekali lagi.
      …
      Belum diterima, oleh Dewi Panitia, …
      …
    `,
      Maya,
    );
    expect(await nominee(id)).toMatchObject({ verdict: 'refused' });
  });
});
