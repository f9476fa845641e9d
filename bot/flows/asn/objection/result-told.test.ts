import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countedAward, employeeNamed, workedExample } from '../../../../api/testing/counted-award.ts';
import { linkStaff } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { openObjections } from './testing/objections.ts';

let town: Awaited<ReturnType<typeof openObjections>>;
beforeAll(async () => {
  town = await openObjections();
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

describe('the provisional result in chat', () => {
  test('comes to a candidate with every part, and to everybody else with the first places', async () => {
    const Rina = await town.asn();
    const Ani = await linkStaff(town.house, { name: 'Ani Kusuma', roles: [], unit: 'dinas_kesehatan' });
    const [ani, ...others] = workedExample;
    const employee = await employeeNamed(town.house, 'Ani Kusuma');
    const counted = await countedAward(town.house, [{ ...ani, name: 'Ani Kusuma', employee }, ...others]);
    await town.moveTo(counted, 'rekap');
    expect(await town.publish(counted)).toBe('told');
    const own = await town.read(Ani);
    expect(own).toContain('Bapak/Ibu di tempat ke-1 dengan nilai 78,68.');
    expect(own).toContain('Kinerja: 90,00 × 35 %\nKehadiran: 98,50 × 15 %\nInovasi: 82,00 × 20 %');
    expect(own).toContain('Perilaku (suara): 40,00 × 20 %\nKompetensi (JP): 80,00 × 10 %');
    const told = await town.read(Rina);
    expect(told).toContain(
      'Pelaksana: 1. Ani Kusuma (78,68), 2. Budi Raharjo (78,29), 3. Citra Dewi (77,61)',
    );
    expect(told).toContain('suara terbanyak belum tentu tempat pertama');
    expect(told).not.toContain('Kehadiran');
  });
});

describe('a winner', () => {
  test('hears of the certificate and the seat, and says whether the story may be told', async () => {
    const [Ani, Rina] = [
      await linkStaff(town.house, { name: 'Ani Kusuma', roles: [], unit: 'dinas_kesehatan' }),
      await town.asn(),
    ];
    const [ani, ...others] = workedExample;
    const employee = await employeeNamed(town.house, 'Ani Kusuma');
    const counted = await countedAward(town.house, [{ ...ani, name: 'Ani Kusuma', employee }, ...others]);
    await town.publish(counted);
    await town.moveTo(counted, 'keputusan');
    await playTranscript('> /menu\n…', Ani);
    await Rina.seen();
    const { sql } = town;
    await sql`insert into training (code, title, provider, form, jp, listed_on)
      values ('PKL-1', 'Kepemimpinan Lanjutan', 'BPSDM', 'pelatihan', 4000, '2026-01-01')`;
    await town.decide(counted, 'PKL-1');
    await town.deliver();
    const won = await town.read(Ani);
    expect(won).toMatch(
      /Bapak\/Ibu memenangkan ASN Berprestasi 2026, kategori Pelaksana\.\nSertifikat nomor (SRT-2026-\w{6}): https:\/\/sapa\.example\/sertifikat\/\1/,
    );
    expect(won).toContain('Kepemimpinan Lanjutan, dan Bapak/Ibu sudah terdaftar.');
    expect(await town.read(Rina)).toContain('Pelaksana: Ani Kusuma, Dinas Kesehatan');
    const told = async () =>
      (await sql`select story_consent from award_nominee where employee_id = ${employee}`)[0];
    expect(await told()).toEqual({ story_consent: null });
    await playTranscript(
      `
      > [Soal kisah saya]
      Bolehkah kisah kerja Bapak/Ibu sebagai pemenang ASN Berprestasi 2026 dibagikan dengan nama…
      [Ya] [Tidak]
      > [Ya]
      Terima kasih. Kisah Bapak/Ibu boleh dibagikan, dan izin ini bisa ditarik kapan saja.
      [Soal kisah saya]
    `,
      Ani,
    );
    expect(await told()).toEqual({ story_consent: true });
    await playTranscript(
      `
      > [Soal kisah saya]
      Saat ini: boleh dibagikan.
      …
      > [Tidak]
      Baik, kisah Bapak/Ibu tidak dibagikan…
      …
    `,
      Ani,
    );
    expect(await told()).toEqual({ story_consent: false });
  });
});
