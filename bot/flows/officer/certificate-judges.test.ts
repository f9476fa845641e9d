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

describe('of two who judge', () => {
  test('the first counts, and the other reads by whom it was done', async () => {
    const { house, sql, deliver, read, sends, office } = town;
    const { Rina, Hadi } = await office();
    const Sari = await linkStaff(house, { name: 'Sari Dewi', roles: ['supervisor'] });
    const id = await sends(Rina);
    await Promise.all([read(Hadi), read(Sari)]);
    await Promise.all([Hadi.press('Sahkan'), Sari.press('Sahkan')]);
    await deliver();
    const said = await Promise.all([read(Hadi), read(Sari)]);
    const first = said.findIndex((text) => text.startsWith('Disahkan.'));
    expect(said[first]).toMatch(/^Disahkan\. Rina Astuti mendapat 6 JP/);
    const other = said[1 - first] ?? '';
    expect(other).toContain('Sertifikat ini sudah diperiksa lebih dulu.');
    expect(other).toContain(`Oleh ${first === 0 ? 'Hadi Prabowo' : 'Sari Dewi'}, Rabu, 18 Nov.`);
    expect((await read(Rina)).match(/Kabar baik/g)).toHaveLength(1);
    const lines =
      await sql`select 1 from audit where action = 'certificate-verified' and sealed is not null and employee_id in
      (select judged_by from certificate where id = ${id})`;
    expect(lines).toHaveLength(1);
  });

  test('the head of the unit is asked, and the personnel office only where no head is in chat', async () => {
    const { house, read, sends, office } = town;
    const { Rina, Hadi } = await office();
    const Wati = await linkStaff(house, { name: 'Wati Kepegawaian', roles: ['hr'], unit: 'dinas_pu' });
    await sends(Rina);
    expect(await read(Hadi)).toContain('mengirim sertifikat');
    expect(await read(Wati)).toBe('');
    await sends(Hadi, 'Seminar Pelayanan Ramah');
    expect(await read(Wati)).toContain('Hadi Prabowo');
  });

  test('the personnel office finds all that wait under /sertifikat, the oldest first, one after the other', async () => {
    const { house, deliver, read, sends, office } = town;
    const { Rina } = await office();
    const Wati = await linkStaff(house, { name: 'Wati Kepegawaian', roles: ['hr'], unit: 'dinas_pu' });
    await sends(Rina, 'Seminar Satu Jalan');
    await sends(Rina, 'Seminar Dua Jalan');
    await playTranscript(
      `
      > /sertifikat
      Sertifikat yang menunggu Bapak/Ibu periksa: 2.
      Paling lama: Rina Astuti, Seminar Satu Jalan, dikirim Rabu, 18 Nov.
      [Periksa] [Kirim milik saya]
    `,
      Wati,
    );
    await Wati.press('Periksa');
    await deliver();
    expect(await read(Wati)).toContain('Seminar Satu Jalan');
    await playTranscript(
      `
      > [Sahkan]
      Disahkan. Rina Astuti mendapat 6 JP untuk tahun 2026 dan sudah kami kabari.
      Masih menunggu diperiksa: 1.
      [Periksa berikutnya]
    `,
      Wati,
    );
    await Wati.press('Periksa berikutnya');
    await deliver();
    expect(await read(Wati)).toContain('Seminar Dua Jalan');
  });
});

describe('nobody', () => {
  test('judges their own certificate, whatever hats they wear', async () => {
    const { house, sql, sends, statusOf, guess } = town;
    await linkStaff(house, { name: 'Maya Kepala', roles: ['supervisor', 'hr'] }).then((Maya) => sends(Maya));
    const [row] = await sql<{ id: number; version: string }[]>`
      select id::int as id, to_hex((extract(epoch from sent_at) * 1000)::bigint) as version from certificate`;
    for (const verdict of ['sah', 'tolak', 'tarik'])
      expect(
        await guess('Maya Kepala', `go:certificate-judge:${row?.id} ${verdict} ${row?.version}`),
      ).toContain('certificate-judge.own');
    expect(await statusOf(row?.id ?? 0)).toMatchObject({ status: 'menunggu' });
  });

  test('reads or changes a certificate of others by guessing its number', async () => {
    const { house, sends, office, guess } = town;
    const { Rina } = await office();
    await linkStaff(house, { name: 'Tono Wibowo', roles: ['officer'] });
    await linkStaff(house, { name: 'Kepala Lain', roles: ['supervisor'], unit: 'dinas_pu' });
    const id = await sends(Rina, 'Seminar Rahasia Rina');
    for (const name of ['Tono Wibowo', 'Kepala Lain']) {
      const unknown = await guess(name, 'go:certificate-judge:999999');
      expect(await guess(name, `go:certificate-judge:${id}`)).toBe(unknown);
      expect(unknown).toContain('certificate-judge.not-yours');
      const said = await guess(name, `go:certificate-fix:${id}`);
      expect(said).toContain('certificate-fix.none');
      expect(said).not.toContain('Rahasia');
      expect(await guess(name, 'go:certificates')).not.toContain('Rahasia');
    }
  });
});
