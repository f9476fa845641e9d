import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff } from '../../../api/testing/staff.ts';
import { Overtaken } from '../../overtaken.ts';
import { answerUsed } from './used-at-work.ts';

let house: TestHall;
let contacts: number[];
const sql = () => house.hall.database.sql;

beforeAll(async () => {
  house = await openTestHall();
  await sql()`insert into training (code, title, provider, form, jp, listed_on)
    values ('PP-1', 'Pelayanan Prima', 'BKPSDM', 'e_learning', 800, '2026-01-02')`;
  for (let nth = 1; nth <= 7; nth++) await linkStaff(house, { name: `Peserta ${nth}`, roles: [] });
  await sql()`insert into training_use_asked (employee_id, training_code, asked_on) select id, 'PP-1', '2026-04-07' from employee`;
  const rows = await sql()<
    { contact: number }[]
  >`select contact_id::int as contact from staff_link order by contact_id`;
  contacts = rows.map(({ contact }) => contact);
});
afterAll(() => house.close());

const answer = (contact: number) =>
  sql().begin((tx) =>
    answerUsed(tx, { id: contact }, { do: 'training.used', training: 'PP-1', answer: 'often' }),
  );

test('seven who answer at one moment are counted into fives, and nothing tells whose an answer is', async () => {
  await Promise.all(contacts.map(answer));
  const rows = await sql()<{ id: string }[]>`select id::text as id from training_use order by id`;
  expect(rows.map(({ id }) => id.slice(0, 8))).toEqual([
    ...Array(5).fill('00000000'),
    ...Array(2).fill('00000001'),
  ]);
  expect(new Set(rows.map(({ id }) => id.slice(9))).size).toBe(7);
  const columns =
    await sql()`select column_name as name from information_schema.columns where table_name = 'training_use'`;
  expect(columns.map(({ name }) => name).toSorted()).toEqual(['answer', 'id', 'training_code']);
});

test('nobody answers twice, or what they were not asked', async () => {
  await expect(answer(contacts[0] ?? 0)).rejects.toThrow(Overtaken);
  await expect(answer(-1)).rejects.toThrow(Overtaken);
  expect(await sql()`select count(*)::int as n from training_use`).toMatchObject([{ n: 7 }]);
});
