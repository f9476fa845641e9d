import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-11-25');
});
afterAll(() => house.close());

const kept = async (name: string) =>
  house.hall.database.sql<
    { year: number; unit: string; answers: { [skill: string]: number } }[]
  >`select s.year::int as year, s.unit_code as unit, to_json(s.answers) as answers
    from self_check s join employee e on e.id = s.employee_id where e.name = ${name} order by s.year`;

const open = async (who: Awaited<ReturnType<typeof linkStaff>>, script: string) => {
  await who.seen();
  await who.forge('go:self-check');
  const [first] = await who.seen();
  await playTranscript(script, who);
  return first;
};

/** Ten answers one after the other. */
const all = (answers: string) => [...answers].map((worth) => `> ${worth}\n…`).join('\n');

describe('once a year', () => {
  test('somebody answers ten questions, with a break, and hears what may help', async () => {
    const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: [] });
    const first = await open(
      Rina,
      `
      > [Bisa sendiri]
      2 dari 10. Seberapa bisa Bapak/Ibu saat ini: menjawab keluhan dengan tenang dan jelas langkah berikutnya?
      [Belum bisa] [Bisa dengan bantuan] [Bisa sendiri] [Bisa mengajari]
      > 3
      3 dari 10. …
      …
      > [Bisa dengan bantuan]
      4 dari 10. …
      …
      > 4
      5 dari 10. Seberapa bisa Bapak/Ibu saat ini: menjaga data warga dan kata sandi tetap aman?
      …
      > [Belum bisa]
      6 dari 10. …
      …
      > 3
      > 3
      > 3
      > 3
      10 dari 10. Seberapa bisa Bapak/Ibu saat ini: memeriksa hasil layanan sebelum diserahkan?
      …
      > 4
      Terima kasih, cek diri 2026 sudah tersimpan. Sampai 31 Desember masih bisa diperbaiki.
      Yang saat ini terasa paling sulit:
      • menjaga data warga dan kata sandi tetap aman
      • menulis surat dan pesan dengan kata yang mudah dipahami
      Modul di bawah ini bisa membantu.
      [Menjaga data warga di kantor] [Bahasa terang untuk warga] [Modul belajar]
      `,
    );
    expect(first?.text).toContain('Jawabannya hanya bisa dilihat Bapak/Ibu sendiri.');
    expect(first?.text).toContain('1 dari 10. Seberapa bisa Bapak/Ibu saat ini: mendengarkan warga');
    expect(await kept('Rina Astuti')).toMatchObject([
      { year: 2026, unit: 'dinas_perhubungan', answers: { listen: 3, plain_words: 2, protect_data: 1 } },
    ]);
  });

  test('who breaks off goes on three days later where they stopped', async () => {
    const Joko = await linkStaff(house, { name: 'Joko Susilo', roles: [] });
    await open(Joko, '> 3\n…\n> 3\n3 dari 10. …\n…\n> menu\n…');
    await openOffice(house.hall, '2026-11-30');
    await playTranscript(
      `
      > [Lanjutkan yang tadi]
      Kita lanjutkan yang tadi.
      3 dari 10. …
      …
      ${all('33333333')}
      `,
      Joko,
    );
    expect((await kept('Joko Susilo'))[0]?.answers).toMatchObject({ listen: 3, check_result: 3 });
  });

  test('may correct it until the year ends; the next year asks anew and keeps both', async () => {
    const Sari = await linkStaff(house, { name: 'Sari Dewi', roles: [] });
    await open(Sari, all('4444444444'));
    const again = await open(
      Sari,
      '> [Biarkan saja]\nBaik, cek diri 2026 tetap seperti semula.\n[Modul belajar]',
    );
    expect(again?.text).toContain('Cek diri 2026 sudah Bapak/Ibu isi');
    await open(
      Sari,
      `
      > [Jawab ulang]
      1 dari 10. …
      Jawaban sebelumnya: Bisa mengajari.
      [Belum bisa] [Bisa dengan bantuan] [Bisa sendiri] [Bisa mengajari]
      > [Belum bisa]
      …
      ${all('444444444')}
      `,
    );
    expect(await kept('Sari Dewi')).toMatchObject([{ year: 2026, answers: { listen: 1, values: 4 } }]);
    await openOffice(house.hall, '2027-01-05');
    const first = await open(Sari, all('3333333333'));
    expect(first?.text).toContain('Cek diri 2027');
    expect((await kept('Sari Dewi')).map(({ year, answers }) => [year, answers.listen])).toEqual([
      [2026, 1],
      [2027, 3],
    ]);
  });

  test('who can do everything is asked to share it', async () => {
    const Tono = await linkStaff(house, { name: 'Tono Wibowo', roles: [] });
    await open(
      Tono,
      `
      ${all('443434343')}
      > 3
      Terima kasih, cek diri 2027 sudah tersimpan. Sampai 31 Desember masih bisa diperbaiki.
      Semuanya sudah bisa Bapak/Ibu kerjakan sendiri. Rekan kerja pasti senang bila ilmunya dibagikan.
      [Modul belajar]
      `,
    );
  });
});

describe('whom it asks what', () => {
  test('heads are asked of their team, and whoever becomes one half-way is asked what is missing', async () => {
    const Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
    await open(Hadi, all('333333333'));
    await house.hall.database
      .sql`update employee set position = 'Kepala Seksi Angkutan' where name = 'Hadi Prabowo'`;
    await playTranscript(
      `
      > 3
      Pilihan itu sudah lewat. Ini yang sekarang:
      8 dari 10. Seberapa bisa Bapak/Ibu saat ini: membaca hasil survei dan menentukan perbaikannya?
      …
      > 3
      9 dari 10. Seberapa bisa Bapak/Ibu saat ini: membimbing tim lewat pertanyaan, bukan hanya perintah?
      …
      > 3
      10 dari 10. …
      …
      > 2
      Terima kasih, cek diri 2027 sudah tersimpan…
      …
      • membagi pekerjaan supaya tidak menumpuk di satu orang
      …
      `,
      Hadi,
    );
    const [mine] = await kept('Hadi Prabowo');
    expect(Object.keys(mine?.answers ?? {})).toHaveLength(10);
    expect(mine?.answers).toMatchObject({ coach_team: 3, plan_work: 2 });
  });

  test('answers count where somebody served when they gave them', async () => {
    const Wati = await linkStaff(house, { name: 'Wati Lestari', roles: [] });
    await open(Wati, all('3333333333'));
    await house.hall.database.sql`update employee set unit_code = 'dinas_pu' where name = 'Wati Lestari'`;
    expect(await kept('Wati Lestari')).toMatchObject([{ unit: 'dinas_perhubungan' }]);
    await open(Wati, `> [Jawab ulang]\n…\n${all('2222222222')}`);
    expect(await kept('Wati Lestari')).toMatchObject([{ unit: 'dinas_pu' }]);
  });

  test('is nobody who is no ASN, and no stranger', async () => {
    const Honorer = await linkStaff(house, { name: 'Bayu Honorer', roles: ['officer'] });
    await house.hall.database.sql`update employee set kind = 'other' where name = 'Bayu Honorer'`;
    for (const who of [Honorer, house.actor()]) {
      await playTranscript('> /menu\n…', who);
      await who.forge('go:self-check');
      const said = (await who.seen()).map(({ text }) => text).join('\n');
      expect(said).toContain('Cek diri ini untuk ASN');
    }
    expect(await kept('Bayu Honorer')).toEqual([]);
  });
});
