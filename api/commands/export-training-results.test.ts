import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hireSomebody } from '../testing/employee.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { exportedCsv } from './testing/exported-csv.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
const sql = () => house.hall.database.sql;

beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({ DATABASE_URL: house.databaseUrl, APP_KEY: testKey.toString('base64') });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const csv = (asked: Parameters<typeof exportedCsv>[2]) => exportedCsv(house, 'training-results', asked);

const hired = async (unit: string): Promise<number> => {
  const nip = await hireSomebody(sql(), { name: 'Kenari', unit });
  const [row] = await sql()<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`;
  return row?.id ?? 0;
};

type Planted = { code: string; jp: number; cost: number | null; ends: string | null; sponsor?: string };
const planted = ({ code, jp, cost, ends, sponsor }: Planted) =>
  sql()`insert into training (code, title, provider, form, jp, starts_on, ends_on, listed_on, cost, sponsor)
    values (${code}, ${`Kelas ${code}`}, 'Badan Contoh', 'bimtek', ${jp}, ${ends}, ${ends}, '2026-01-05', ${cost}, ${sponsor ?? null})`;

const finished = async (code: string, how: 'word' | 'paper' | 'both' | 'waiting' | 'withdrawn') => {
  const id = await hired('dinas_pu');
  if (how !== 'paper')
    await sql()`insert into enrolment (employee_id, training_code, state, source, since, changed_at, finished_on)
      values (${id}, ${code}, ${how === 'withdrawn' ? 'withdrawn' : 'registered'}, 'self', '2026-02-01', now(),
        ${how === 'waiting' ? null : '2026-03-04'})`;
  if (how === 'paper' || how === 'both' || how === 'waiting')
    await sql()`insert into certificate (employee_id, training_code, title, provider, jp, date, source, status, sent_at)
      values (${id}, ${code}, 'Kelas', 'Badan Contoh', 100, '2026-03-04', 'file', ${how === 'waiting' ? 'menunggu' : 'sah'}, now())`;
};

/** A number as the stores give them: which five it belongs to, and chance. */
const idOf = (five: number): string => `0000000${five}${crypto.randomUUID().slice(8)}`;

const reviewed = async (code: string, score: number, five: number) =>
  sql()`insert into training_review (id, training_code, material, trainer, benefit, organisation)
    values (${idOf(five)}, ${code}, ${score}, 4, 3, ${score})`;
const used = async (code: string, answer: string, five: number) =>
  sql()`insert into training_use (id, training_code, answer) values (${idOf(five)}, ${code}, ${answer})`;

describe('what came of trainings', () => {
  beforeAll(async () => {
    await planted({ code: 'A', jp: 1250, cost: 10_000_000, ends: '2026-03-04', sponsor: 'Bank Contoh' });
    await planted({ code: 'B', jp: 800, cost: null, ends: '2026-05-06' });
    await planted({ code: 'C', jp: 0, cost: 500_000, ends: '2025-12-31' });
    await planted({ code: 'E', jp: 400, cost: 1_000_000, ends: '2096-01-01' });
    await planted({ code: 'F', jp: 400, cost: 1_000_000, ends: '2096-01-02' });
    await finished('F', 'word');
    await planted({ code: 'D', jp: 400, cost: 99_000_000_000, ends: null });
    for (const how of ['word', 'paper', 'both', 'waiting', 'withdrawn'] as const) await finished('A', how);
    for (const score of [1, 1, 2, 3, 3]) await reviewed('A', score, 0);
    for (const score of [4, 4, 4]) await reviewed('A', score, 1);
    for (const score of [2, 2]) await reviewed('B', score, 1);
    await reviewed('A', 4, 2);
    for (const answer of ['often', 'sometimes', 'not_yet', 'often', 'sometimes']) await used('A', answer, 0);
    await used('A', 'not_yet', 1);
    for (const answer of ['often', 'often', 'often', 'often']) await used('B', answer, 0);
  });

  test('stands in the period in which they ended: averages, use at work, cost of an hour', async () => {
    const rows = await csv({ period: '2026-Q1' });
    expect(rows.map(({ code }) => code)).toEqual(['A', 'D']);
    expect(rows[0]).toEqual({
      code: 'A',
      training: 'Kelas A',
      provider: 'Badan Contoh',
      form: 'bimtek',
      ended_on: '2026-03-04',
      jp: '12.50',
      finished: '3',
      reviews: '5',
      material: '2.00',
      trainer: '4.00',
      benefit: '3.00',
      organisation: '2.00',
      used_answers: '5',
      used_percent: '80.00',
      used_often_percent: '40.00',
      cost: '10000000',
      cost_per_jp: '266666.67',
      sponsor: 'Bank Contoh',
    });
    expect(rows[1]).toMatchObject({ ended_on: '', finished: '0', cost: '99000000000', cost_per_jp: '' });
  });

  test('of fewer than five answers nothing is shown, and without a cost or hours no cost of one', async () => {
    const [, b] = await csv({ period: '2026' });
    expect(b).toMatchObject({ code: 'B', reviews: '', material: '', used_answers: '', used_percent: '' });
    expect(b).toMatchObject({ cost: '', cost_per_jp: '', sponsor: '' });
    expect(await csv({ period: '2025' })).toMatchObject([{ code: 'C', cost: '500000', cost_per_jp: '' }]);
  });

  test('leaves out what is still to come, unless somebody is done with it', async () => {
    const ahead = await csv({ period: '2096-01-01..2096-01-31' });
    expect(ahead.map(({ code, finished: done }) => [code, done])).toEqual([
      ['F', '1'],
      ['D', '0'],
    ]);
  });

  test('moves in fives: a sixth answer changes nothing, so nobody reads it', async () => {
    const before = await csv({ period: '2026' });
    await used('A', 'not_yet', 1);
    await reviewed('A', 1, 2);
    expect(await csv({ period: '2026' })).toEqual(before);
  });

  test('as a workbook, read by another program, keeps numbers, days and empty cells', async () => {
    const run = await place.run(
      'pendopo',
      'export training-results --period 2026 --format xlsx --out hasil.xlsx',
    );
    expect(run).toMatchObject({ code: 0, out: 'Written: hasil.xlsx\n', err: '' });
    const [sheet] = await readWorkbook(await readFile(join(place.folder, 'hasil.xlsx')));
    expect(sheet?.sheet).toBe('Hasil pelatihan');
    expect(sheet?.data[1]?.slice(4)).toEqual([
      new Date('2026-03-04T00:00:00Z'),
      ...[12.5, 3, 5, 2, 4, 3, 2, 5, 80, 40, 10_000_000, 266_666.67],
      'Bank Contoh',
    ]);
    expect(sheet?.data[2]?.slice(7)).toEqual(Array(11).fill(null));
  });
});

test.each([
  [{ period: '2026', unit: 'dinas_pu' }, 'Results are of trainings'],
  [{ period: '2026', service: 'kk' }, 'Results are of trainings'],
] as const)('%o is refused with a reason', async (asked, reason) => {
  await expect(csv(asked)).rejects.toThrow(reason);
});
