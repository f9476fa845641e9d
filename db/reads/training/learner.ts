import { sql } from 'drizzle-orm';
import type { HouseAction } from '../../../bot/domain/permissions/action.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import { prepared, type Runner } from '../../prepared.ts';

/** The employee a chat speaks as. */
export type Learner = { id: number; kind: string; roles: string[] };

const findLearner = prepared<Learner>(sql`
select e.id::int as id, e.kind, to_json(e.roles) as roles from staff_link l
  join employee e on e.id = l.employee_id and e.active
where l.contact_id = ${sql.placeholder('contact')} and l.ended_at is null`);

/** `undefined` for a chat that speaks as nobody. */
export const learnerOf = async (runner: Runner, contact: number): Promise<Learner | undefined> =>
  (await findLearner(runner, { contact }))[0];

/** Whether an employee may do something for people of whichever unit. */
export const mayForEverybody = ({ kind, roles }: Learner, action: HouseAction): boolean =>
  isGranted(
    mayAny(
      hatsOf({ kind, roles, active: true }).map((role) => ({ role, on: 'other' as const })),
      action,
    ),
  );
