import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProposals } from '../db/reads/open-proposals.ts';
import { walkCalendar } from './testing/calendar-walk.ts';
import type { TestHall } from './testing/hall.ts';
import { type Alike, openServingHouse, plantAlike, textsOf } from './testing/planted-survey.ts';
import { runJob } from './testing/run-job.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
const sql = () => house.hall.database.sql;
beforeEach(async () => {
  house = await openServingHouse();
});
afterEach(() => house.close());

const rate = (count: number, on: string, forms?: Alike) => plantAlike(house, count, on, forms);

const crew = async () => ({
  Rina: await linkStaff(house, { name: 'Rina Astuti', unit: 'disdukcapil' }),
  Hadi: await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'], unit: 'disdukcapil' }),
});

describe('when a survey period has ended', () => {
  beforeEach(() => openOffice(house.hall, '2026-11-30'));
  const first = { from: '2026-12-01', until: '2026-12-01', hours: [8, 10], jobs: ['survey-week' as const] };
  const low = async () => {
    await rate(8, '2026-10-20', { waktu: 3 });
    await rate(2, '2026-10-20', { waktu: 2 });
    await rate(9, '2026-11-20', { waktu: 3 });
    await rate(1, '2026-11-20', { waktu: 2 });
  };
  const open = async () =>
    (await openProposals(sql(), house.hall.city(), house.hall.clock.now(), 'disdukcapil')).map(
      ({ element, value, period }) => `${period.name} ${element} ${value}`,
    );

  test('the heads are proposed once what was low twice, and the week letter says it again', async () => {
    const { Rina, Hadi } = await crew();
    await low();
    await rate(8, '2026-11-20', { unit: 'dinas_sosial', code: 'sktm', waktu: 1 });
    for (const one of [Rina, Hadi]) await one.seen();
    await sql()`update skm_answer set persyaratan = 4, prosedur = 4, biaya = 4, produk = 4, kompetensi = 4, perilaku = 4, pengaduan = 4, sarana = 4`;
    await walkCalendar(house, { ...first, until: '2026-12-04' });
    expect(await Hadi.seen()).toMatchObject([
      {
        text: `Usulan belajar untuk Dinas Kependudukan dan Pencatatan Sipil
Unsur Waktu Penyelesaian dua bulan berturut-turut di bawah 76,61 (70,00 lalu 72,50).
Kami usulkan modul belajar tentang itu untuk kantor ini.`,
        buttons: ['Tulis perubahan'],
      },
    ]);
    expect(await textsOf(Rina)).toEqual([]);
    expect(await open()).toEqual(['2026-11 waktu 72.50']);
    await rate(5, '2026-12-03', { waktu: 4, answer: 4 });
    await walkCalendar(house, { ...first, from: '2026-12-07', until: '2026-12-07' });
    expect(await textsOf(Hadi)).toEqual([
      expect.stringContaining('Modul belajar yang diusulkan: Waktu Penyelesaian.'),
    ]);
    expect(await sql()`select 1 from skm_proposal`).toHaveLength(1);
  });

  test('few forms, or one low period alone, propose nothing', async () => {
    const { Hadi } = await crew();
    await rate(20, '2026-10-20', { answer: 4 });
    await rate(20, '2026-11-20', { answer: 2 });
    await rate(4, '2026-10-20', { unit: 'dinas_sosial', code: 'sktm', answer: 1 });
    await rate(4, '2026-11-20', { unit: 'dinas_sosial', code: 'sktm', answer: 1 });
    await Hadi.seen();
    await walkCalendar(house, first);
    expect([await textsOf(Hadi), await open()]).toEqual([[], []]);
  });

  test('at night nothing is written', async () => {
    const { Hadi } = await crew();
    await low();
    await Hadi.seen();
    await walkCalendar(house, { ...first, hours: [3] });
    expect(await runJob(house, 'survey-week')).toBe(0);
    expect(await textsOf(Hadi)).toEqual([]);
  });
});
