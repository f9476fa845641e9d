import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hireSomebody } from '../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { selfCheckOf } from '../../domain/paths/self-check.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-11-25');
});
afterAll(() => house.close());

/** Somebody of a unit whose answers are 4 but for some. */
const checked = async (unit: string, weak: { [skill: string]: number }): Promise<void> => {
  const { sql } = house.hall.database;
  const nip = await hireSomebody(sql, { name: 'Kenari', unit });
  const answers = { ...Object.fromEntries(selfCheckOf('pelaksana').map((one) => [one, 4])), ...weak };
  await sql`insert into self_check (employee_id, year, unit_code, answers)
    select id, 2026, ${unit}, ${JSON.stringify(answers)}::text::jsonb from employee where nip = ${nip}`;
};

const pressed = async (who: Awaited<ReturnType<typeof linkStaff>>, id: string): Promise<string> => {
  await who.seen();
  await who.forge(id);
  return (await who.seen()).map(({ text }) => text).join('\n');
};

describe('the head of a unit', () => {
  let Hadi: Awaited<ReturnType<typeof linkStaff>>;
  beforeAll(async () => {
    Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
    for (let nth = 0; nth < 4; nth++) await checked('dinas_perhubungan', { protect_data: 1, plain_words: 2 });
  });

  test('sees nothing of four people', async () => {
    const said = await pressed(Hadi, 'go:unit-skills');
    expect(said).toBe(
      'Dari cek diri 2026 di Dinas Perhubungan belum ada lima jawaban, jadi hasilnya belum ditampilkan.',
    );
    await Hadi.type('/unit');
    expect((await Hadi.seen()).map(({ text }) => text).join()).not.toContain('cek diri');
  });

  test('sees of five what they could learn together, and nobody’s answers', async () => {
    await checked('dinas_perhubungan', { plain_words: 1, keep_time: 2 });
    await playTranscript(
      `
      > /unit
      Yang perlu dibantu di unit Bapak/Ibu
      …
      Dari cek diri tahun ini: 2 hal bisa dipelajari bersama.
      …
      > [Kebutuhan belajar]
      Yang bisa dipelajari bersama di Dinas Perhubungan
      Dari cek diri 2026, 5 orang:
      • menjaga data warga dan kata sandi tetap aman
      • menulis surat dan pesan dengan kata yang mudah dipahami
      Separuh atau lebih yang menjawab belum bisa melakukannya sendiri. Jawaban perorangan tidak ditampilkan.
      [Menjaga data warga di kantor] [Bahasa terang untuk warga] [Kembali ke unit]
      `,
      Hadi,
    );
  });

  test('hears it too where nothing is hard, and sees no other unit', async () => {
    for (let nth = 0; nth < 5; nth++) await checked('dinas_pu', {});
    const Wati = await linkStaff(house, { name: 'Wati Lestari', roles: ['supervisor'], unit: 'dinas_pu' });
    expect(await pressed(Wati, 'go:unit-skills')).toContain('tidak ada hal yang sulit bagi separuh');
    expect(await pressed(Wati, 'go:unit-skills:dinas_perhubungan')).toBe(
      'Daftar ini untuk kepala unit itu dan bagian kepegawaian.',
    );
  });
});

test('the personnel office comes to it from the unit that it looks at', async () => {
  const Dewi = await linkStaff(house, { name: 'Dewi HR', roles: ['hr'], unit: 'dinas_kesehatan' });
  expect(await pressed(Dewi, 'go:unit:dinas_perhubungan 0')).toContain('2 hal bisa dipelajari bersama');
  await playTranscript(
    '> [Kebutuhan belajar]\nYang bisa dipelajari bersama di Dinas Perhubungan\n…\n• menjaga data…\n…',
    Dewi,
  );
});
