import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Exercise } from '../bot/domain/exercise/exercise.ts';
import { type Planted, planted } from '../bot/domain/exercise/testing/planted.ts';
import { answerExercise } from '../db/stores/exercise/answer.ts';
import { hireSomebody } from './testing/employee.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { pressDoor } from './testing/office-steps.ts';
import { runJob } from './testing/run-job.ts';
import { solveReport } from './testing/solved-report.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
beforeEach(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-12-01');
});
afterEach(() => house.close());

const linkedLast = async (): Promise<number> => {
  const { sql } = house.hall.database;
  const [link] = await sql`select contact_id::int as id from staff_link order by id desc limit 1`;
  return Number(link?.id);
};

/** A year stands above every case; a house of that number is no canary in it. */
const leftOf = ({ canaries }: Planted, ...texts: readonly string[]): string[] => {
  const all = texts.join('\n').toLowerCase().replaceAll('2026', '');
  return canaries.filter((canary) => all.includes(canary.toLowerCase()));
};

/** The n-th planted report, solved; `of` finds it again by its number, as long as nobody has judged its exercise. */
const solveAll = async (officer: number): Promise<Map<string, Planted>> => {
  const of = new Map<string, Planted>();
  for (let n = 0; n < 100; n += 1) {
    const one = planted(n);
    const { words, said, kelurahan } = one.report;
    const ticket = await solveReport(house, {
      words,
      answer: said[0]?.words ?? '',
      officer,
      ...(kelurahan !== null && { kelurahan }),
    });
    of.set(ticket, one);
  }
  return of;
};

describe('a hundred reports full of people, filed, solved, made into exercises, approved, read and answered', () => {
  test.each(['whose staff the service knows', 'of whom the service knows nobody'])(
    '%s: nobody is left in what is kept and in what a learner reads',
    async (known) => {
      const { database, seal, city, clock } = house.hall;
      const everybody = known === 'whose staff the service knows';
      if (everybody) {
        const names = new Set(Array.from({ length: 100 }, (_, n) => planted(n).people.staff[0] ?? ''));
        for (const name of names) await hireSomebody(database.sql, { name, unit: 'dinas_perhubungan' });
      }
      const Officer = await linkStaff(house, { name: 'Contoh' });
      const reports = await solveAll(await linkedLast());
      const Learner = await linkStaff(house, { name: 'Contoh', roles: [] });
      const learner = await linkedLast();
      await openOffice(house.hall, '2026-12-14');
      const left: string[] = [];
      let made = 0;
      for (let night = 0; night < 40 && made < 100; night += 1) {
        expect(await runJob(house, 'make-exercises')).toBe(Math.min(3, 100 - made));
        const waiting = await database.sql<{ id: number; ticket: string }[]>`
          select x.id::int as id, r.ticket from exercise x join report r on r.id = x.report_id where x.state = 'waiting' order by x.id`;
        for (const { id, ticket } of waiting) {
          const report = reports.get(ticket);
          if (!report) throw new Error('an exercise of no report');
          const read = await pressDoor(Officer, `exercise-approve:${id}`);
          expect(read.join()).toContain('Boleh dipakai untuk latihan pegawai?');
          if (everybody) left.push(...leftOf(report, ...read));
          const marked = /\(\S+\?\)/.test(read.slice(1).join());
          await pressDoor(Officer, `exercise-approve:${id} ${marked && !everybody ? 'tutup' : 'ya'}`);
          const marks = { greeting: true, office: true, date: true, plain: true };
          const asked = await pressDoor(Learner, `exercise-answer:${id}`);
          expect(asked.join()).toContain('Bagaimana Bapak/Ibu menjawab?');
          const effect = { do: 'exercise.answer', exercise: id, words: 'Selamat pagi.', marks } as const;
          await database.sql.begin((tx) =>
            answerExercise(tx, seal, city(), { id: learner }, effect, clock.now()),
          );
          const since = await pressDoor(Learner, `exercise-answer:${id}`);
          expect(since.join()).toContain('Begini kelanjutannya waktu itu:');
          const [row] = await database.sql<{ content: Exercise; report: number | null }[]>`
            select content, report_id as report from exercise where id = ${id} and state = 'approved'`;
          expect(row?.report).toBeNull();
          left.push(...leftOf(report, JSON.stringify(row?.content), ...asked, ...since));
          made += 1;
        }
      }
      expect(made).toBe(100);
      expect(left).toEqual([]);
      expect(await runJob(house, 'make-exercises')).toBe(0);
      const said = JSON.stringify(house.log.lines).toLowerCase();
      const logged = [...reports.values()].flatMap((report) => leftOf(report, said));
      expect(logged).toEqual([]);
    },
    300_000,
  );
});

describe('the job makes exercises of what everybody who serves may read, and of nothing else', () => {
  const words = 'Lampu jalan di depan rumah mati sejak kemarin dan warga takut kalau malam.';
  const states = async () =>
    (await house.hall.database.sql`select state, report_id from exercise order by id`).map(
      ({ state }) => state,
    );

  test('not of what few may read, of who plays in a demo, of who left, of what is still fresh or was opened again', async () => {
    const { sql } = house.hall.database;
    await linkStaff(house);
    await solveReport(house, { words, confidential: true });
    await solveReport(house, { words, circle: 'coba' });
    const sensitive = await solveReport(house, { words });
    await sql`update report set category = 'pungli' where ticket = ${sensitive}`;
    const left = await solveReport(house, { words });
    await sql`update report set reporter_id = null where ticket = ${left}`;
    const open = await solveReport(house, { words });
    await sql`update report set state = 'dibuka_kembali' where ticket = ${open}`;
    await openOffice(house.hall, '2026-12-14');
    await solveReport(house, { words });
    expect(await runJob(house, 'make-exercises')).toBe(0);
    expect(await states()).toEqual([]);
  });

  test('three a night and five waiting an office, none twice; what nobody judged goes with its report', async () => {
    const { sql } = house.hall.database;
    await linkStaff(house);
    const tickets: string[] = [];
    for (let n = 0; n < 8; n += 1) tickets.push(await solveReport(house, { words }));
    await openOffice(house.hall, '2026-12-14');
    const nights = [];
    for (let night = 0; night < 3; night += 1) nights.push(await runJob(house, 'make-exercises'));
    expect(nights).toEqual([3, 2, 0]);
    await sql`update exercise set state = 'approved', report_id = null, judged_on = current_date
      where id = (select min(id) from exercise)`;
    await sql`update report set state = 'dibuka_kembali' where id = (select min(report_id) from exercise)`;
    expect(await runJob(house, 'make-exercises')).toBe(2);
    expect(await states()).toEqual(['approved', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting']);
    await sql`update exercise set state = 'refused', report_id = null`;
    expect(await runJob(house, 'make-exercises')).toBe(1);
    expect(await runJob(house, 'make-exercises')).toBe(0);
    expect(await sql`select 1 from exercise_seen`).toHaveLength(8);
  });

  test('a long quarrel is looked at once and taught to nobody', async () => {
    await linkStaff(house);
    await solveReport(house, { words: `${words} `.repeat(20) });
    await openOffice(house.hall, '2026-12-14');
    expect(await runJob(house, 'make-exercises')).toBe(0);
    expect(await house.hall.database.sql`select 1 from exercise_seen`).toHaveLength(1);
  });
});
