import { afterAll, beforeAll, expect, test } from 'vitest';
import { hireSomebody } from '../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { pressDoor } from '../../../api/testing/office-steps.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];
beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await openOffice(house.hall, '2026-11-18');
  await sql`insert into training (code, title, provider, form, jp, complete_by, listed_on)
    values ('PP-01', 'Pelayanan Prima', 'BKPSDM', 'e_learning', 800, '2026-11-27', '2026-01-05')`;
});
afterAll(() => house.close());

const idOf = async (name: string): Promise<number> =>
  (await sql<{ id: number }[]>`select id::int as id from employee where name = ${name}`)[0]?.id ?? 0;

/** What a button answers that nobody was shown; the menu before it, so that the same answer twice is seen twice. */
const behind = async (who: ReturnType<TestHall['actor']>, door: string): Promise<string> => {
  await who.type('/menu');
  return (await pressDoor(who, door)).join(' ');
};

const doors = ['unit-person', 'unit-papers', 'kind-word', 'enrol'];

test('a head of unit learns nothing of anybody outside it by guessing numbers, not even whether there is one', async () => {
  const Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
  const Tono = await linkStaff(house, { name: 'Tono Wibowo', roles: [], unit: 'dinas_pu' });
  await Tono.seen();
  const nobody = 'Pegawai itu tidak ada di unit Bapak/Ibu, atau datanya sudah berubah.';
  const strangers = [await idOf('Tono Wibowo'), await idOf('Hadi Prabowo'), 987_654];
  for (const door of doors)
    for (const id of [...strangers, '0', '-1', '1e3', "1' or '1'='1"])
      expect(await behind(Hadi, `${door}:${id}`), `${door} ${id}`).toContain(nobody);
  for (const unit of ['dinas_pu', 'tidak_ada']) {
    const said = await behind(Hadi, `unit:${unit} 0`);
    expect(said).not.toContain('Tono');
    expect(await behind(Hadi, `unreached:${unit}`)).toContain('Halaman ini untuk kepala unit');
  }
  expect(Hadi.heard().join(' ')).not.toContain('Tono');
  await house.hall.deliver();
  expect(await Tono.seen()).toEqual([]);
  expect(await sql`select from kind_word union all select from enrolment`).toHaveLength(0);
});

test('the own superior does not stand among them, and whoever reports to them from another unit does', async () => {
  const chief = await hireSomebody(sql, { name: 'Ibu Kadis', unit: 'dinas_perhubungan' });
  const Lina = await linkStaff(house, { name: 'Lina Marlina', roles: ['supervisor'] });
  await sql`update employee set supervisor_nip = ${chief} where name = 'Lina Marlina'`;
  await sql`update employee set supervisor_nip = (select nip from employee where name = 'Lina Marlina') where name = 'Tono Wibowo'`;
  const said = await behind(Lina, 'unit');
  expect(said).toContain('Tono Wibowo');
  expect(said).toContain('Hadi Prabowo');
  expect(said).not.toContain('Ibu Kadis');
  expect(await behind(Lina, `unit-person:${await idOf('Ibu Kadis')}`)).not.toContain('Kadis');
  expect(await behind(Lina, `unit-person:${await idOf('Tono Wibowo')}`)).toContain('Tono');
});

test('the head of an office sees the people of its parts, the head of a part nobody of the office above', async () => {
  await sql`insert into unit (code, name, parent_code) values ('bidang_lalin', 'Bidang Lalu Lintas', 'dinas_perhubungan')`;
  await house.hall.refresh();
  const Sari = await linkStaff(house, { name: 'Sari Dewi', roles: ['supervisor'], unit: 'bidang_lalin' });
  await hireSomebody(sql, { name: 'Wahyu Nugroho', unit: 'bidang_lalin' });
  const Hadi = await linkStaff(house, { name: 'Agus Kepala', roles: ['supervisor'] });
  expect(await behind(Hadi, 'unit')).toMatch(/Wahyu Nugroho/);
  const part = await behind(Sari, 'unit');
  expect(part).toContain('Wahyu Nugroho');
  expect(part).not.toMatch(/Hadi|Agus|Lina/);
  expect(await behind(Sari, `unit-person:${await idOf('Hadi Prabowo')}`)).not.toContain('Hadi');
});
