import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walkCalendar } from './testing/calendar-walk.ts';
import type { TestHall } from './testing/hall.ts';
import { type Alike, openServingHouse, plantAlike, plantComment, textsOf } from './testing/planted-survey.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
const sql = () => house.hall.database.sql;
beforeEach(async () => {
  house = await openServingHouse();
});
afterEach(() => house.close());

const rate = (count: number, on: string, forms?: Alike) => plantAlike(house, count, on, forms);
const comment = (words: string, of?: Parameters<typeof plantComment>[2]) => plantComment(house, words, of);

const untold = async () =>
  (await sql()<{ count: number }[]>`select count(*)::int as count from skm_comment where not told`)[0]?.count;

const crew = async () => ({
  Rina: await linkStaff(house, { name: 'Rina Astuti', unit: 'disdukcapil' }),
  Hadi: await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'], unit: 'disdukcapil' }),
});

describe('on the first working day of a week', () => {
  beforeEach(() => openOffice(house.hall, '2026-12-11'));
  const monday = { from: '2026-12-14', until: '2026-12-14', hours: [8, 10], jobs: ['survey-week' as const] };

  test('the heads and officers of an office hear once how its survey stands', async () => {
    const { Rina, Hadi } = await crew();
    const others = [
      await linkStaff(house, { name: 'Lina', roles: ['leader'], unit: 'disdukcapil' }),
      await linkStaff(house, { name: 'Dewi', roles: ['coordinator'], unit: 'setda' }),
      await linkStaff(house, { name: 'Joko', unit: 'dinas_kesehatan' }),
    ];
    await rate(10, '2026-11-20', { answer: 3 });
    await rate(6, '2026-12-03', { answer: 3, waktu: 4 });
    await rate(12, '2026-12-09', { answer: 4, flags: ['burst'] });
    await rate(3, '2026-12-09', { answer: 1, flags: ['off-hours'] });
    await comment('Antrean lama.\n\nTerima kasih Bu Rina, telepon saya 0812-3456-7890 ya');
    await comment('kenari', { unit: 'dinas_sosial', code: 'sktm' });
    for (const one of [Rina, Hadi, ...others]) await one.seen();
    await walkCalendar(house, monday);
    const letter = {
      text: `Penilaian layanan pekan lalu, Dinas Kependudukan dan Pencatatan Sipil

Penilaian baru yang masuk hitungan: 15.
Nilai bulan Desember: 82,94 (Baik), dari 21 orang. Naik dari 75,00 pada bulan November.

Yang perlu dilihat bersama, dan tetap dihitung:
• 12 datang beruntun dalam beberapa menit
Tanpa semua yang ditandai, nilainya 77,78.

Saran dari warga
• KTP-el baru: Antrean lama. Terima kasih Bu […], telepon saya […] ya`,
      buttons: ['Tulis perubahan'],
    };
    for (const one of [Rina, Hadi]) expect(await one.seen()).toMatchObject([letter]);
    for (const one of others) expect(await textsOf(one)).toEqual([]);
    expect(await untold()).toBe(1);
    await walkCalendar(house, { ...monday, hours: [13, 15] });
    expect(await textsOf(Rina)).toEqual([]);
    await Hadi.press('Tulis perubahan');
    expect((await textsOf(Hadi)).at(-1)).toContain('Apa yang berubah');
  });

  test('at most ten of what people wrote is in it, each told once, and nothing before its week is over', async () => {
    const { Rina } = await crew();
    for (let nth = 0; nth < 13; nth += 1) await comment(`saran nomor ${nth}`);
    await comment('baru saja', { week: '2026-12-14' });
    await Rina.seen();
    await walkCalendar(house, monday);
    const [first = ''] = await textsOf(Rina);
    expect(first.match(/saran nomor/g)).toHaveLength(10);
    expect(first).toContain('Belum termuat di sini: 3 saran lain.');
    expect(first).toContain('• saran nomor');
    expect(first).not.toContain('baru saja');
    expect(await untold()).toBe(4);
    await walkCalendar(house, { ...monday, from: '2026-12-21', until: '2026-12-21' });
    const [second = ''] = await textsOf(Rina);
    expect(second).toContain('baru saja');
    const both = `${first}${second}`.match(/saran nomor \d+/g) ?? [];
    expect([both.length, new Set(both).size]).toEqual([13, 13]);
    expect(await untold()).toBe(0);
  });

  test('figures of fewer than five people are in none, nor what five less some would tell', async () => {
    const { Rina } = await crew();
    await rate(4, '2026-12-09', { answer: 2 });
    await rate(4, '2026-12-09', { answer: 2, shown: false });
    await comment('sempit');
    await Rina.seen();
    await walkCalendar(house, monday);
    expect(await textsOf(Rina)).toEqual([
      `Penilaian layanan pekan lalu, Dinas Kependudukan dan Pencatatan Sipil

Penilaian baru yang masuk hitungan: kurang dari 5.

Saran dari warga
• sempit`,
    ]);
    await rate(20, '2026-12-16', { answer: 3 });
    await rate(4, '2026-12-16', { answer: 4, flags: ['all-fours'] });
    await walkCalendar(house, { ...monday, from: '2026-12-21', until: '2026-12-21' });
    const [next = ''] = await textsOf(Rina);
    expect(next).toContain('dari 28 orang');
    expect(next).not.toMatch(/dilihat bersama|Tanpa semua|berisi nilai 4/);
  });

  test('an office of which nobody is in chat keeps what people wrote for later, and one without news hears nothing', async () => {
    const Joko = await linkStaff(house, { name: 'Joko', unit: 'dinas_kesehatan' });
    await comment('tidak ada yang baca');
    await Joko.seen();
    await walkCalendar(house, monday);
    expect([await textsOf(Joko), await untold()]).toEqual([[], 1]);
    const { Rina } = await crew();
    await Rina.seen();
    await walkCalendar(house, { ...monday, from: '2026-12-21', until: '2026-12-21' });
    expect((await textsOf(Rina)).join()).toContain('tidak ada yang baca');
  });

  test('nobody is written to out of duty: later that day when it begins, or not at all', async () => {
    const { Rina, Hadi } = await crew();
    const Sari = await linkStaff(house, { name: 'Sari Dewi', unit: 'disdukcapil' });
    await sql()`insert into duty_shift (unit_code, employee_id, from_day, until_day, opens, closes)
      select 'disdukcapil', id, '2026-12-14', '2026-12-14', '13.00', '15.00' from employee where name = 'Rina Astuti'`;
    await comment('parkir penuh');
    for (const one of [Rina, Hadi, Sari]) await one.seen();
    await walkCalendar(house, { ...monday, hours: [6, 8] });
    expect((await textsOf(Hadi)).join()).toContain('parkir penuh');
    expect([await textsOf(Rina), await textsOf(Sari), await untold()]).toEqual([[], [], 0]);
    const [waits] = await sql()<{ hours: number }[]>`
      select round(extract(epoch from not_before - created_at) / 3600)::int as hours from letter where state = 'waiting'`;
    expect(waits?.hours).toBe(5);
    await sql()`update letter set not_before = now() where state = 'waiting'`;
    await walkCalendar(house, { ...monday, hours: [14] });
    expect((await textsOf(Rina)).join()).toContain('parkir penuh');
    expect(await textsOf(Sari)).toEqual([]);
  });

  test('on any other day nothing is written', async () => {
    const { Rina } = await crew();
    await comment('parkir penuh');
    await Rina.seen();
    await walkCalendar(house, { ...monday, from: '2026-12-15', until: '2026-12-18' });
    expect([await textsOf(Rina), await untold()]).toEqual([[], 1]);
  });
});
