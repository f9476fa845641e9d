import { sql } from 'drizzle-orm';
import type { HouseAction } from '../../../bot/domain/permissions/action.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { superiorsOf } from './superiors.ts';

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
  above: number[];
};

const findBoth = prepared<Row>(sql`
select me.id::int as by, me.unit_code as "byUnit", me.kind, to_json(me.roles) as roles, me.name, me.position,
  ${superiorsOf(sql`me.id`)} as above, e.id::int as id, e.unit_code as unit, head.id::int as supervisor
from staff_link l join employee me on me.id = l.employee_id and me.active
  join employee e on e.id = ${p('employee')}::bigint and e.active left join employee head on head.nip = e.supervisor_nip
where l.contact_id = ${p('contact')} and l.ended_at is null`);

/** Whoever a chat speaks as, where they may do this about that employee's learning; else `undefined`, also for a number nobody has. */
export const overseeing = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  { contact, employee }: { contact: number; employee: number },
  action: HouseAction,
): Promise<Overseeing | undefined> => {
  const [row] = await findBoth(runner, { contact, employee });
  if (!row) return undefined;
  const { by, byUnit, kind, roles, above, name, position } = row;
  return mayForColleague({ id: by, unit: byUnit, kind, roles, above }, row, action, units)
    ? { by, name, position }
    : undefined;
};
