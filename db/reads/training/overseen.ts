import { sql } from 'drizzle-orm';
import type { HouseAction } from '../../../bot/domain/permissions/action.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** An employee who looks after another's learning, as the other is told of them. */
export type Overseeing = { by: number; name: string; position: string };

type Row = {
  by: number;
  byUnit: string;
  kind: string;
  roles: string[];
  name: string;
  position: string;
  id: number;
  unit: string;
  supervisor: number | null;
  above: boolean;
};

const findBoth = prepared<Row>(sql`
with recursive me as (
  select e.* from staff_link l join employee e on e.id = l.employee_id and e.active
  where l.contact_id = ${p('contact')} and l.ended_at is null
), above as (
  select e.id, e.supervisor_nip from employee e join me on e.nip = me.supervisor_nip
  union select e.id, e.supervisor_nip from employee e join above on e.nip = above.supervisor_nip
)
select me.id::int as by, me.unit_code as "byUnit", me.kind, to_json(me.roles) as roles, me.name, me.position,
  e.id::int as id, e.unit_code as unit, head.id::int as supervisor,
  e.id in (select id from above) as above
from me join employee e on e.id = ${p('employee')}::bigint and e.active left join employee head on head.nip = e.supervisor_nip`);

/** Whoever a chat speaks as, where they may do this about that employee's learning; else `undefined`, also for a number nobody has. */
export const overseeing = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  { contact, employee }: { contact: number; employee: number },
  action: HouseAction,
): Promise<Overseeing | undefined> => {
  const [row] = await findBoth(runner, { contact, employee });
  if (!row) return undefined;
  const { by, byUnit, kind, roles, name, position } = row;
  return mayForColleague({ id: by, unit: byUnit, kind, roles }, row, action, units)
    ? { by, name, position }
    : undefined;
};
