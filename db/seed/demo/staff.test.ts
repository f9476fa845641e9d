import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNip } from '../../../bot/domain/nip.ts';
import { connect } from '../../database.ts';
import { testDatabase } from '../../testing.ts';
import { cityNames, seedCity } from '../index.ts';
import { seedDemo } from './index.ts';
import { imagineStaff } from './staff.ts';
import { type DemoHall, demoHall, seal, until } from './testing.ts';

let hall: DemoHall;
beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

type Row = { nip: string; name: string; kind: string; unit: string; roles: string[]; head: string | null };
const people = (sql = hall.sql) => sql<Row[]>`
  select nip, name, kind, unit_code as unit, roles, supervisor_nip as head from employee order by nip`;

describe('the people of the demo', () => {
  test('are two officers and a head in every office that reports go to', async () => {
    const staff = await people();
    const offices = hall.city.units.filter(({ handles }) => handles.length > 0);
    expect(offices.length).toBeGreaterThan(20);
    for (const { code } of offices) {
      const of = (role: string) => staff.filter((one) => one.unit === code && one.roles.includes(role));
      expect([of('officer').length, of('supervisor').length], code).toEqual([2, 1]);
    }
  });

  test('are everybody else the city’s work asks for, where it is done', async () => {
    const staff = await people();
    const where = (role: string) => staff.filter(({ roles }) => roles.includes(role)).map(({ unit }) => unit);
    expect({
      coordinator: where('coordinator'),
      leader: where('leader'),
      admin: where('admin'),
      committee: where('committee'),
      hr: where('hr').sort(),
      inspector: where('inspector').sort(),
    }).toEqual({
      coordinator: ['setda', 'setda'],
      leader: ['setda'],
      admin: ['setda'],
      committee: ['setda', 'setda', 'setda'],
      hr: ['bkpsdm', 'setda'],
      inspector: ['dinas_pppa', 'dinas_pppa', 'inspektorat', 'inspektorat'],
    });
  });

  test('have numbers that are well formed and plainly invented, or an id of their office’s own', async () => {
    const staff = await people();
    const asn = staff.filter(({ kind }) => kind !== 'other');
    for (const { nip, kind } of asn) {
      expect(readNip(nip), nip).toEqual({ nip, kind });
      expect(nip, nip).toMatch(/99\d$/);
    }
    expect(staff.filter(({ kind }) => kind === 'other').map(({ unit }) => unit)).toEqual(
      Array(3).fill('perumda_air'),
    );
    expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
  });

  test('look up to the head of their office, heads to the leader, and the leader to nobody', async () => {
    const staff = await people();
    const byNip = new Map(staff.map((one) => [one.nip, one]));
    for (const one of staff) {
      const above = byNip.get(one.head ?? '');
      if (one.roles.includes('leader')) expect(one.head).toBeNull();
      else if (one.roles.includes('supervisor') || one.unit === 'bkpsdm')
        expect(above?.roles, one.nip).toEqual(['leader']);
      else expect([above?.unit, above?.roles], one.nip).toEqual([one.unit, ['supervisor']]);
    }
  });

  test('are the same each time, and hired once', async () => {
    expect(imagineStaff(hall.city)).toEqual(imagineStaff(hall.city));
    const before = await hall.sql`select xmin::text, e.* from employee e order by id`;
    await seedDemo(hall.database, seal, { until });
    expect(await hall.sql`select xmin::text, e.* from employee e order by id`).toEqual(before);
  });
});

test.each(cityNames)(
  '%s has its invented people too, with one who sorts and one who hands out codes',
  async (name) => {
    const own = await testDatabase();
    const database = connect(own.url);
    try {
      await seedCity(database, name);
      await seedDemo(database, seal, { until });
      const staff = await people(own.sql);
      for (const role of ['officer', 'supervisor', 'coordinator', 'hr', 'inspector', 'leader', 'admin'])
        expect(staff.filter(({ roles }) => roles.includes(role)).length, role).toBeGreaterThan(0);
    } finally {
      await database.close();
      await own.drop();
    }
  },
);
