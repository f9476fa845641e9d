import { afterAll, beforeAll, expect, test } from 'vitest';
import { modulesTaught, readModule } from '../../reads/modules/teaching.ts';
import { imagineLessons } from './imagine-lessons.ts';
import { seedDemo } from './index.ts';
import { imagineStaff } from './staff.ts';
import { type DemoHall, demoHall, seal, until } from './testing.ts';

let hall: DemoHall;

beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

const modules = async () => {
  const heads = await modulesTaught(hall.database.sql);
  const found = await Promise.all(heads.map(({ code }) => readModule(hall.database.sql, code)));
  return found.flatMap((one) => (one ? [one.module] : []));
};

test('the people of the demo learn alike on the same day, never after it, and only who passed has a certificate', async () => {
  const staff = imagineStaff(hall.city);
  const lessons = imagineLessons(hall.city, staff, await modules(), until);
  expect(imagineLessons(hall.city, staff, await modules(), until)).toEqual(lessons);
  const passed = lessons.progress.filter(({ percent }) => percent !== null);
  expect(passed.length).toBeGreaterThan(40);
  expect(passed.length).toBeLessThan(lessons.progress.length);
  expect(lessons.certificates.map(({ nip, moduleCode }) => [nip, moduleCode])).toEqual(
    passed.map(({ nip, moduleCode }) => [nip, moduleCode]),
  );
  expect(new Set(lessons.certificates.map(({ number }) => number)).size).toBe(passed.length);
  expect(lessons.progress.every(({ lastAt }) => lastAt <= until)).toBe(true);
  expect(lessons.repetitions.length).toBeGreaterThan(0);
  expect(lessons.repetitions.every(({ dueOn }) => dueOn > '2026-11-12')).toBe(true);
});

test('they are written once, self-checks of at least five in one unit among them', async () => {
  const count = async () =>
    [
      ...(await hall.sql`select (select count(*)::int from module_progress) as progress,
        (select count(*)::int from module_certificate) as certificates, (select count(*)::int from self_check) as checks`),
    ][0];
  const before = await count();
  expect(before?.checks).toBeGreaterThan(30);
  const [most] =
    await hall.sql`select count(*)::int as n from self_check group by unit_code order by n desc limit 1`;
  expect(most?.n).toBeGreaterThanOrEqual(5);
  await seedDemo(hall.database, seal, { until });
  expect(await count()).toEqual(before);
});

test('street lamps have exercises to answer, to score and to approve, and goals with a look back', async () => {
  const unit = 'dinas_perhubungan';
  const states = await hall.sql`
    select state, count(*)::int as n, bool_or(report_id is null) as apart from exercise where unit_code = ${unit} group by state`;
  expect(states.map(({ state }) => state).toSorted()).toEqual(['approved', 'waiting']);
  expect(states.find(({ state }) => state === 'approved')?.apart).toBe(true);
  expect(states.find(({ state }) => state === 'waiting')?.apart).toBe(false);
  expect(
    await hall.sql`select 1 from exercise_answer a join employee e on e.id = a.employee_id
      where e.unit_code = ${unit} and a.scored_on is null and a.colleague_id is null`,
  ).toHaveLength(1);
  expect([
    ...(await hall.sql`select p.element, p.answer, c.day from coaching_proposal p left join coaching_check c on c.proposal_id = p.id
      where p.unit_code = ${unit} order by p.id`),
  ]).toEqual([
    { element: 'waktu', answer: 'taken', day: 30 },
    { element: 'pengaduan', answer: null, day: null },
  ]);
});
