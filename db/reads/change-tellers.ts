import { sql } from 'drizzle-orm';
import { officeOf } from '../../bot/domain/office.ts';
import { mayAny } from '../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import type { ServiceOffice } from '../../bot/domain/service.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { serviceOffices } from './services.ts';

const findEmployee = prepared<{ id: number; unit: string; kind: string; roles: string[] }>(sql`
select e.id::int as id, e.unit_code as unit, e.kind, to_json(e.roles) as roles from staff_link l
  join employee e on e.id = l.employee_id and e.active
where l.contact_id = ${sql.placeholder('contact')} and l.ended_at is null`);

/** The employee a chat speaks as, and of which offices with services they may tell what was changed. */
export const changeTeller = async (
  runner: Runner,
  { units, categories }: Pick<City, 'units' | 'categories'>,
  contact: number,
): Promise<{ employee: number; offices: ServiceOffice[] } | undefined> => {
  const [found] = await findEmployee(runner, { contact });
  if (!found) return undefined;
  const office = (unit: string) => officeOf(unit, units, categories);
  const hats = hatsOf({ ...found, active: true });
  const may = (unit: string) => {
    const on = office(unit) === office(found.unit) ? 'own' : 'other';
    return isGranted(
      mayAny(
        hats.map((role) => ({ role, on })),
        'tell-change',
      ),
    );
  };
  const offices = await serviceOffices(runner);
  return { employee: found.id, offices: offices.filter(({ code }) => may(code)) };
};
