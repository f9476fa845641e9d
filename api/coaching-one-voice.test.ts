import { afterEach, beforeEach, expect, test } from 'vitest';
import { walkCalendar } from './testing/calendar-walk.ts';
import type { TestHall } from './testing/hall.ts';
import { plantGoal } from './testing/plant-goal.ts';
import { openServingHouse, plantAlike, textsOf } from './testing/planted-survey.ts';
import { runJob } from './testing/run-job.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
let Hadi: ReturnType<TestHall['actor']>;
beforeEach(async () => {
  house = await openServingHouse();
  await openOffice(house.hall, '2026-11-30');
  Hadi = await linkStaff(house, { name: 'Hadi Prasetyo', roles: ['supervisor'], unit: 'disdukcapil' });
  await Hadi.seen();
});
afterEach(() => house.close());

const lowTwice = async () => {
  await plantAlike(house, 8, '2026-10-20', { answer: 4, waktu: 2 });
  await plantAlike(house, 8, '2026-11-20', { answer: 4, waktu: 2 });
};
const days = (until: string) => ({
  from: '2026-12-01',
  until,
  hours: [8, 10],
  jobs: ['coach-units' as const, 'survey-week' as const],
});
const firstLines = async () => (await textsOf(Hadi)).map((text) => text.split('\n')[0]);

test('an element that is low in the survey is told to a head once: as a goal, not as a proposal beside it', async () => {
  await lowTwice();
  await runJob(house, 'coach-units');
  await walkCalendar(house, days('2026-12-04'));
  expect(await firstLines()).toEqual(['Usulan untuk Dinas Kependudukan dan Pencatatan Sipil']);
  expect(await house.hall.database.sql`select element from skm_proposal`).toHaveLength(1);
});

test('whom the survey told of an element hears of a goal for it two weeks later at the earliest', async () => {
  await lowTwice();
  await openOffice(house.hall, '2026-12-01');
  await runJob(house, 'survey-week');
  expect(await firstLines()).toEqual(['Usulan belajar untuk Dinas Kependudukan dan Pencatatan Sipil']);
  await walkCalendar(house, { ...days('2026-12-16'), from: '2026-12-02', jobs: ['coach-units'] });
  const [row] = await house.hall.database.sql`select on_day::text as on from coaching_proposal`;
  expect(row?.on).toBe('2026-12-16');
  expect(await firstLines()).toEqual(['Usulan untuk Dinas Kependudukan dan Pencatatan Sipil']);
});

test('of several figures that fell at once one is told a week', async () => {
  await plantAlike(house, 8, '2026-11-20', { answer: 3, waktu: 2 });
  await walkCalendar(house, { ...days('2026-12-15'), jobs: ['coach-units'] });
  const rows = await house.hall.database
    .sql`select element, on_day::text as on from coaching_proposal order by on_day`;
  expect(rows.map(({ element, on }) => `${on} ${element}`)).toEqual([
    '2026-12-01 persyaratan',
    '2026-12-08 prosedur',
    '2026-12-15 waktu',
  ]);
});

test('what a head answered is no news to another, and at night and on days off nobody is told', async () => {
  const figure = { from: '2026-10-30', until: '2026-11-28', kind: 'complaints', count: 14 } as const;
  await plantGoal(house, { unit: 'disdukcapil', on: '2026-11-29', figure, aim: '6' });
  await walkCalendar(house, { ...days('2026-12-01'), hours: [3, 5], jobs: ['coach-units'] });
  expect(await textsOf(Hadi)).toEqual([]);
  await house.hall.database.sql`update coaching_proposal set answer = 'taken'`;
  await openOffice(house.hall, '2026-12-02');
  expect(await runJob(house, 'coach-units')).toBe(0);
  expect(await textsOf(Hadi)).toEqual([]);
});
