import { officeOf } from '../../bot/domain/office.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import type { City } from '../../bot/ports.ts';
import type { Database } from '../database.ts';

/** An office as whoever switches it on needs to see it: `officers` have a linked chat, `group`: its work is also told in a group. */
export type OfficeLine = { code: string; name: string; answers: boolean; officers: number; group: boolean };

type Linked = { unit: string; kind: string; roles: string[] };

/** Every office, by code, with who would hear of its reports. People of a part of an office count for the office, visitors of the simulator for nothing. */
export const readOffices = async (
  { sql }: Pick<Database, 'sql'>,
  { units, categories }: Pick<City, 'units' | 'categories'>,
): Promise<OfficeLine[]> => {
  const [people, groups] = await Promise.all([
    sql<Linked[]>`select e.unit_code as unit, e.kind, to_json(e.roles) as roles from employee e
      where e.active and exists (select 1 from staff_link l join contact c on c.id = l.contact_id
        where l.employee_id = e.id and l.ended_at is null and c.circle is null)`,
    sql<{ unit: string }[]>`select unit_code as unit from office_group where ended_at is null`,
  ]);
  const office = (unit: string) => officeOf(unit, units, categories);
  const officers = Map.groupBy(
    people.filter((one) => hatsOf({ ...one, active: true }).includes('officer')),
    ({ unit }) => office(unit),
  );
  const withGroup = new Set(groups.map(({ unit }) => unit));
  return units
    .filter(({ code }) => office(code) === code)
    .map(({ code, name, answers }) => ({
      code,
      name,
      answers,
      officers: officers.get(code)?.length ?? 0,
      group: withGroup.has(code),
    }));
};
