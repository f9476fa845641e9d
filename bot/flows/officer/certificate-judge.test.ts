import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linkStaff } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { openCertificates } from '../asn/certificate/testing/certificates.ts';

let town: Awaited<ReturnType<typeof openCertificates>>;
beforeAll(async () => {
  town = await openCertificates();
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

describe('a certificate that is not as it should be', () => {
  test('is sent back with a reason, corrected by its owner, seen again and verified', async () => {
    const { deliver, read, sends, statusOf, office } = town;
    const { Rina, Hadi } = await office();
    await Hadi.seen();
    const id = await sends(Rina);
    expect(await read(Hadi)).toContain('mengirim sertifikat Seminar Keselamatan Jalan.');
    await playTranscript(
      `
      > [Tolak]
      Apa yang perlu diperbaiki Rina Astuti? Pilih alasannya, atau tulis sendiri.
      [Foto kurang jelas] [Isian berbeda] [Nama berbeda] [Batal]
      > JP di sertifikat tertulis 4
      Baik, dikembalikan. Rina Astuti kami kabari dengan alasannya dan bisa memperbaikinya.
    `,
      Hadi,
    );
    expect(await statusOf(id)).toEqual({ status: 'ditolak', reason: 'JP di sertifikat tertulis 4' });
    await deliver();
    expect(await read(Rina)).toMatch(
      /^Sertifikat Seminar Keselamatan Jalan belum bisa disahkan\. Alasannya: JP di sertifikat tertulis 4\nSilakan/,
    );
    await playTranscript(
      `
      > [Perbaiki]
      Yang perlu diperbaiki: JP di sertifikat tertulis 4
      Seminar Keselamatan Jalan
      …
      JP: 6 · Tanggal: 3 Nov 2026
      …
      [Kirim] [Ubah] [Batal]
    `,
      Rina,
    );
    await playTranscript(
      `
      > Ubah
      Bagian mana yang mau diubah?
      …
      > JP
      Berapa JP yang tertulis di sertifikat? Tulis angkanya, misalnya 8 atau 2,5.
      > 4
      …
      JP: 4 · Tanggal: 3 Nov 2026
      …
      > (photo)
      Foto sertifikat kami terima.
      …
      > Kirim
      Terima kasih, perbaikannya sudah kami terima dan akan diperiksa lagi…
    `,
      Rina,
    );
    expect(await statusOf(id)).toEqual({ status: 'menunggu', reason: null });
    await deliver();
    await Hadi.seen();
    await Hadi.press('Sahkan');
    expect(await read(Hadi)).toContain('Disahkan. Rina Astuti mendapat 4 JP untuk tahun 2026');
    await deliver();
    expect(await read(Rina)).toContain('+4 JP.\nTahun 2026: 4 dari 20 JP.');
  });

  test('that was corrected meanwhile is shown again before it can be verified', async () => {
    const { sql, deliver, read, sends, statusOf, office } = town;
    const { Rina, Hadi } = await office();
    const id = await sends(Rina);
    await read(Hadi);
    await sql`update certificate set sent_at = sent_at + interval '1 minute', jp = 1200 where id = ${id}`;
    await Hadi.press('Sahkan');
    await deliver();
    const shown = await read(Hadi);
    expect(shown).toContain('Sertifikat ini baru diperbaiki pemiliknya. Mohon dilihat sekali lagi.');
    expect(shown).toContain('JP: 12');
    expect(await statusOf(id)).toMatchObject({ status: 'menunggu' });
    await Hadi.press('Sahkan');
    expect(await read(Hadi)).toContain('Disahkan. Rina Astuti mendapat 12 JP');
    expect(await statusOf(id)).toMatchObject({ status: 'sah' });
  });

  test('once verified is taken back with a reason, and its hours no longer count', async () => {
    const { house, deliver, read, sends, statusOf, office } = town;
    const { Rina, Hadi } = await office();
    const Sari = await linkStaff(house, { name: 'Sari Dewi', roles: ['supervisor'] });
    const id = await sends(Rina);
    await read(Hadi);
    await read(Sari);
    await Sari.press('Sahkan');
    await deliver();
    await read(Rina);
    await Hadi.press('Sahkan');
    await deliver();
    expect(await read(Hadi)).toContain('Status: sudah disahkan\nOleh Sari Dewi, Rabu, 18 Nov.');
    await playTranscript(
      `
      > [Tarik pengesahan]
      …
      > 2
      Pengesahan sertifikat Seminar Keselamatan Jalan milik Rina Astuti ditarik, 6 JP tidak dihitung lagi.
      Alasannya: JP, tanggal, atau nomornya belum sama dengan yang tertulis di sertifikat.
      Sudah benar?
      [Kirim] [Ubah] [Batal]
      > Kirim
      Pengesahannya sudah ditarik. Rina Astuti kami kabari dengan alasannya.
    `,
      Hadi,
    );
    await deliver();
    expect(await read(Rina)).toMatch(
      /^Pengesahan sertifikat Seminar Keselamatan Jalan ditarik.*\n.*\nTahun 2026: 0 dari 20 JP\.$/,
    );
    expect(await statusOf(id)).toMatchObject({ status: 'ditolak' });
  });
});
