import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walkCalendar } from './testing/calendar-walk.ts';
import {
  daysFrom,
  lastDay,
  plantedForms,
  plantedReports,
  plus,
  reckoned,
} from './testing/half-year-figures.ts';
import type { TestHall } from './testing/hall.ts';
import { plantAnswered } from './testing/plant-answered.ts';
import { teachModule } from './testing/plant-goal.ts';
import { openServingHouse, plantAlike } from './testing/planted-survey.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

/** What somebody was written about a goal, with the local day and hour. */
type Heard = { who: string; day: string; hour: number; text: string };

let house: TestHall;
const heard: Heard[] = [];
const holidays = new Set<string>();
/** The days on which the service was not there: around the first look back of the lamps. */
const down = new Set<string>();

const works = (day: string) => new Date(day).getUTCDay() % 6 !== 0 && !holidays.has(day);
/** The first day from one on, on which offices worked and the service was there. */
const toldFrom = (day: string) =>
  daysFrom(day, plus(day, 20)).find((one) => works(one) && !down.has(one)) ?? 'never';
const fellOn = (figure: keyof typeof reckoned) =>
  daysFrom('2026-12-01', lastDay).find((day) => works(day) && reckoned[figure](day).low) ?? 'never';

const listen = (who: string, { phone }: ReturnType<TestHall['actor']>) =>
  phone.subscribe((event) => {
    if (event.kind !== 'message' || event.message.from !== 'bot') return;
    const local = new Date(house.hall.clock.now().getTime() + 7 * 3_600_000).toISOString();
    const { text } = event.message;
    if (/^Penilaian layanan/.test(text)) return;
    heard.push({ who, day: local.slice(0, 10), hour: Number(local.slice(11, 13)), text });
  });

const staff = [
  ['Hadi', 'Hadi Prasetyo', 'supervisor', 'dinas_perhubungan'],
  ['Rina', 'Rina Astuti', 'officer', 'dinas_perhubungan'],
  ['Dewi', 'Dewi Lestari', 'supervisor', 'disdukcapil'],
  ['Sari', 'Sari Utami', 'supervisor', 'dinas_kesehatan'],
  ['Tono', 'Tono Wibowo', 'supervisor', 'dinas_pu'],
  ['Maya', 'Maya Anggraeni', 'supervisor', 'dinas_sosial'],
] as const;

beforeAll(async () => {
  house = await openServingHouse();
  const { sql } = house.hall.database;
  await teachModule(house, { code: 'waktu-loket', title: 'Waktu di loket', elements: ['waktu'] });
  await teachModule(house, { code: 'aduan', title: 'Pengaduan yang selesai', elements: ['pengaduan'] });
  await openOffice(house.hall, '2026-11-30');
  await plantAnswered(house, plantedReports);
  for (const { day, count, waktu } of plantedForms) await plantAlike(house, count, day, { answer: 4, waktu });
  await plantAlike(house, 4, '2027-02-03', { unit: 'dinas_sosial', code: 'sktm', answer: 1 });
  for (const { day } of await sql<{ day: string }[]>`select date::text as day from holiday`)
    holidays.add(day);
  for (const [who, name, role, unit] of staff) {
    const actor = await linkStaff(house, { name, roles: [role], unit });
    await actor.seen();
    listen(who, actor);
  }
  const lost = plus(fellOn('lamps'), 30);
  for (const day of daysFrom(lost, plus(lost, 4))) down.add(day);
  const walk = { hours: [6, 10, 14], jobs: ['coach-units' as const, 'survey-week' as const] };
  await walkCalendar(house, { ...walk, from: '2026-12-01', until: plus(lost, -1) });
  await walkCalendar(house, { ...walk, from: plus(lost, 5), until: lastDay });
}, 300_000);
afterAll(() => house.close());

const lettersTo = (who: string) => heard.filter((one) => one.who === who);
const looksBack = (who: string) =>
  lettersTo(who).map(({ day, hour, text }) => ({
    at: `${day} ${hour}`,
    figures: text.split('\n').filter((line) => /^(Sebelum|Sesudah): /.test(line)),
  }));
const both = (before: string, after: string) => [`Sebelum: ${before}.`, `Sesudah: ${after}.`];

describe('half a year of jobs in two processes, one of them begun anew after some days without any', () => {
  test('an office whose complaints doubled is proposed a module and a goal once, the day they did', () => {
    const on = fellOn('lamps');
    const { said, usual } = reckoned.lamps(on);
    const [proposal, ...later] = lettersTo('Hadi');
    expect(proposal).toMatchObject({ day: on, hour: 10 });
    expect(proposal?.text.split('\n')).toEqual([
      'Usulan untuk Dinas Perhubungan',
      expect.stringMatching(new RegExp(`^Pengaduan yang masuk, 30 hari sampai .*: ${said}\\.$`)),
      `Tujuan: kembali ke sekitar ${usual}, seperti biasanya.`,
      'Modul yang mungkin membantu: Pengaduan yang selesai (8 menit).',
      '',
      'Apakah kantor Bapak/Ibu mau mencobanya?',
    ]);
    expect(later.map(({ text }) => text.split('\n')[0])).toEqual([
      '30 hari setelah usulan untuk Dinas Perhubungan',
      '90 hari setelah usulan untuk Dinas Perhubungan',
    ]);
  });

  test('a look back that was missed is told once the service is there again, with the days it was meant for', () => {
    const on = fellOn('lamps');
    const [, month, quarter] = looksBack('Hadi');
    expect(toldFrom(plus(on, 30)) > plus(on, 30)).toBe(true);
    expect(reckoned.lamps(plus(on, 30)).said).not.toBe(reckoned.lamps(toldFrom(plus(on, 30))).said);
    expect([month, quarter]).toEqual(
      [30, 90].map((days) => ({
        at: `${toldFrom(plus(on, days))} 10`,
        figures: both(reckoned.lamps(on).said, reckoned.lamps(plus(on, days)).said),
      })),
    );
  });

  test('an element of the survey that fell and recovered is told before and after, never with a cause', () => {
    const on = fellOn('waktu');
    const [proposal, month, quarter] = lettersTo('Dewi');
    expect(proposal?.day).toBe(on);
    expect(proposal?.text).toContain(`: ${reckoned.waktu(on).said}.\nTujuan: paling sedikit 76,61.`);
    expect(looksBack('Dewi').slice(1)).toEqual(
      [30, 90].map((days) => ({
        at: `${toldFrom(plus(on, days))} 10`,
        figures: both(reckoned.waktu(on).said, reckoned.waktu(plus(on, days)).said),
      })),
    );
    expect(month?.text).toContain('belum lebih baik');
    expect(quarter?.text).toContain('Sekarang lebih baik.');
    for (const { text } of [month, quarter].flatMap((one) => one ?? []))
      expect(text).toContain('Kami hanya membandingkan angkanya; sebabnya bisa bermacam-macam.');
  });

  test('of fewer than five nothing is shown, and a new half-year alone is no reason to begin again', () => {
    const on = fellOn('questions');
    expect(on < '2027-01-01').toBe(true);
    expect(reckoned.questions('2027-01-05').low).toBe(true);
    expect(looksBack('Sari').slice(1)).toEqual(
      [30, 90].map((days) => ({
        at: `${toldFrom(plus(on, days))} 10`,
        figures: both(reckoned.questions(on).said, reckoned.questions(plus(on, days)).said),
      })),
    );
    expect(reckoned.questions(plus(on, 30)).said).toContain('tidak ditampilkan');
  });

  test('an office that never fell hears nothing, nor does one of four answers, nor who heads no office', async () => {
    expect(['Tono', 'Maya', 'Rina'].flatMap(lettersTo)).toEqual([]);
    const rows = await house.hall.database.sql`select unit_code, element from coaching_proposal order by 1`;
    expect(rows.map(({ unit_code: unit, element }) => `${unit} ${element}`)).toEqual([
      'dinas_kesehatan waktu',
      'dinas_perhubungan pengaduan',
      'disdukcapil waktu',
    ]);
    expect(await house.hall.database.sql`select from coaching_check`).toHaveLength(6);
  });
});
