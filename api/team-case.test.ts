import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Group } from '../bot/channels/telegram/emulator/index.ts';
import { addCalendarDays, type LocalDate } from '../bot/domain/local-date.ts';
import { readTeamCases, type TeamCase } from '../bot/domain/modules/team-case.ts';
import { walkCalendar } from './testing/calendar-walk.ts';
import { type Office, openOffice, said } from './testing/office-group.ts';
import { openOffice as openOfficeOn } from './testing/staff.ts';

const file = (titles: readonly string[]) => `---
jenis: kasus-mingguan
---
${titles
  .map(
    (title) => `
# Kasus: ${title}

Nilai: akuntabel

Cerita ${title} yang *penting* & pendek.

- Pilihan satu ${title}.
  Akibat: Akibat satu ${title}.
- Pilihan dua ${title}.
  Akibat: Akibat dua ${title}.

Bahas: Pertanyaan ${title}?
`,
  )
  .join('')}`;

const casesIn = (text: string): readonly TeamCase[] => {
  const read = readTeamCases(text);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.cases;
};

let office: Office;
const sql = () => office.house.hall.database.sql;

const keep = async (cases: readonly TeamCase[]) => {
  await sql()`delete from team_case`;
  for (const [place, one] of cases.entries())
    await sql()`insert into team_case (id, place, content) values (${one.id}, ${place}, ${JSON.stringify(one)}::text::jsonb)`;
};

beforeEach(async () => {
  office = await openOffice();
  await openOfficeOn(office.house.hall, '2026-12-04');
  await keep(casesIn(file(['Pertama', 'Kedua', 'Ketiga'])));
});
afterEach(() => office.house.close());

const jobs = ['team-case' as const];

/** Lets days pass with the job in two processes at 7, 8, 9 and 11, and gives the first line of all that a group hears, by day. */
const listen = async (groups: readonly Group[], from: LocalDate, until: LocalDate): Promise<string[]> => {
  const rows: string[] = [];
  const heardBefore = new Map(groups.map((group) => [group, said(group).length]));
  for (let day = from; day <= until; day = addCalendarDays(day, 1)) {
    await walkCalendar(office.house, { from: day, until: day, hours: [7, 8, 9, 11], jobs });
    await office.settled();
    for (const [nth, group] of groups.entries()) {
      const all = said(group);
      for (const text of all.slice(heardBefore.get(group)))
        rows.push(`${day} ${'ABC'[nth]}: ${text.split('\n')[0]}`);
      heardBefore.set(group, all.length);
    }
  }
  return rows;
};

describe('the group of an office', () => {
  test('is given a case at the start of a week and its ending on Thursday, once, in turn, around holidays', async () => {
    await sql()`insert into holiday (date, name, kind) values ('2026-12-14', 'Hari Contoh', 'nasional')`;
    await office.house.hall.refresh();
    const group = await office.linkedGroup();
    expect(await listen([group], '2026-12-06', '2026-12-31')).toEqual([
      '2026-12-07 A: Kasus minggu ini: Pertama',
      '2026-12-10 A: Akibatnya: Pertama',
      '2026-12-15 A: Kasus minggu ini: Kedua',
      '2026-12-18 A: Akibatnya: Kedua',
      '2026-12-21 A: Kasus minggu ini: Ketiga',
      '2026-12-23 A: Akibatnya: Ketiga',
      '2026-12-28 A: Kasus minggu ini: Pertama',
      '2026-12-31 A: Akibatnya: Pertama',
    ]);
    const [row] =
      await sql()`select count(*)::int as told from team_case_told where unit_code = ${office.unit}`;
    expect(row).toEqual({ told: 4 });
  });

  test('reads the whole case, its choices and what to talk about; what follows only later', async () => {
    const group = await office.linkedGroup();
    const before = said(group).length;
    await listen([group], '2026-12-07', '2026-12-10');
    const [first = '', ending = ''] = said(group).slice(before);
    expect(first).toBe(`Kasus minggu ini: Pertama
Nilai: Akuntabel

Cerita Pertama yang penting & pendek.

A. Pilihan dua Pertama.
B. Pilihan satu Pertama.

Bahas bersama: Pertanyaan Pertama?

Akibat tiap pilihan kami ceritakan di sini pada Kamis, 10 Des.

Kasus seperti ini datang setiap awal minggu. Kalau kantor ini tidak memerlukannya, admin dapat menghentikannya.`);
    expect(ending).toBe(`Akibatnya: Pertama

A. Pilihan dua Pertama.
Akibat dua Pertama.

B. Pilihan satu Pertama.
Akibat satu Pertama.

Bahas bersama: Pertanyaan Pertama?`);
    await listen([group], '2026-12-14', '2026-12-14');
    expect(said(group).at(-1)).not.toContain('setiap awal minggu');
  });

  test('that is a forum reads it in the general topic', async () => {
    const group = await office.linkedGroup({ forum: true });
    await listen([group], '2026-12-07', '2026-12-07');
    const last = group.messages().findLast(({ text }) => text?.startsWith('Kasus minggu ini'));
    expect(last).toMatchObject({ from: 'bot' });
    expect(last?.thread).toBeUndefined();
  });

  test('that was linked after Monday hears nothing before the next week, nor does one that took the place of another', async () => {
    expect(await listen([], '2026-12-07', '2026-12-08')).toEqual([]);
    const group = await office.linkedGroup();
    expect(await listen([group], '2026-12-08', '2026-12-14')).toEqual([
      '2026-12-14 A: Kasus minggu ini: Pertama',
    ]);
    await office.forgetTries();
    const other = await office.linkedGroup();
    const rows = await listen([group, other], '2026-12-15', '2026-12-21');
    expect(rows.filter((row) => /Kasus|Akibat/.test(row))).toEqual(['2026-12-21 B: Kasus minggu ini: Kedua']);
  });

  test('that has put the bot out hears nothing more, and no week is counted for it', async () => {
    const group = await office.linkedGroup();
    group.removeBot(office.sri.person);
    await office.settled();
    expect(await listen([group], '2026-12-07', '2026-12-10')).toEqual([]);
    expect(await sql()`select * from team_case_told`).toHaveLength(0);
  });

  test.each<['off' | string[], number]>([
    ['off', 0],
    [['UNIT'], 0],
    [['dinas_lain'], 1],
  ])('hears nothing once an admin has stopped it (%j)', async (none, heard) => {
    const group = await office.linkedGroup();
    const teamCase = none === 'off' ? none : none.map((one) => (one === 'UNIT' ? office.unit : one));
    await sql()`update agency set settings = jsonb_set(settings, '{training}', ${JSON.stringify({ teamCase })}::text::jsonb)`;
    await office.house.hall.refresh();
    expect(await listen([group], '2026-12-07', '2026-12-07')).toHaveLength(heard);
  });

  test('is given a new case before it hears an old one again, and one that is gone no more', async () => {
    const group = await office.linkedGroup();
    await listen([group], '2026-12-07', '2026-12-07');
    await keep(casesIn(file(['Pertama', 'Ketiga', 'Keempat'])));
    const rows = await listen([group], '2026-12-14', '2027-01-04');
    expect(rows.filter((row) => row.includes('Kasus minggu'))).toEqual([
      '2026-12-14 A: Kasus minggu ini: Ketiga',
      '2026-12-21 A: Kasus minggu ini: Keempat',
      '2026-12-28 A: Kasus minggu ini: Pertama',
      '2027-01-04 A: Kasus minggu ini: Ketiga',
    ]);
  });
});
