import { sql } from 'drizzle-orm';
import type { PositionGroup } from '../../../bot/domain/training/ip-asn-rules.ts';
import { positionGroupOf } from '../../../bot/domain/training/position-group.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { type Learner, mayForEverybody } from '../training/learner.ts';

type Row = Learner & { unit: string; position: string };

/** Somebody who may check themselves: where they serve, and in which kind of position. */
export type SelfChecker = { id: number; unit: string; position: PositionGroup };

const findRow = prepared<Row>(sql`
select e.id::int as id, e.kind, to_json(e.roles) as roles, e.unit_code as unit, e.position
from staff_link l join employee e on e.id = l.employee_id and e.active
where l.contact_id = ${sql.placeholder('contact')} and l.ended_at is null`);

/** `undefined` for a chat that speaks as nobody, or as somebody who is no ASN. */
export const selfChecker = async (runner: Runner, contact: number): Promise<SelfChecker | undefined> => {
  const [row] = await findRow(runner, { contact });
  return row && mayForEverybody(row, 'learn')
    ? { id: row.id, unit: row.unit, position: positionGroupOf(row.position) }
    : undefined;
};
