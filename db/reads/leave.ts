import { sql } from 'drizzle-orm';
import type { LeaveView } from '../../bot/domain/absence.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { mayAny } from '../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

const findMe = prepared<{
  id: number;
  unit: string;
  kind: string;
  roles: string[];
  running: LeaveView['running'];
}>(sql`
select e.id::int as id, e.unit_code as unit, e.kind, e.roles,
  (select json_build_object('from', a.from_day, 'until', a.until_day, 'standIn', s.name)
    from absence a left join employee s on s.id = a.stand_in_id
    where a.employee_id = e.id and a.ended_at is null and a.until_day >= ${p('today')}::date order by a.from_day limit 1) as running
from staff_link l join employee e on e.id = l.employee_id
where l.contact_id = ${p('contact')} and l.ended_at is null and e.active`);

const findStaff = prepared<{ id: number; name: string; unit: string; kind: string; roles: string[] }>(
  sql`select id::int as id, name, unit_code as unit, kind, roles from employee where active order by name, id`,
);

const mayStandIn = (one: { kind: string; roles: string[] }): boolean => {
  const hats = hatsOf({ ...one, active: true }).map((role) => ({ role, on: 'own' }) as const);
  return isGranted(mayAny(hats, 'name-stand-in'));
};

/** The absence of the employee behind a chat that runs or is to come, and who of their office could stand in; null for no employee. */
export const leaveOf = async (
  runner: Runner,
  { units, categories, agency }: City,
  { contact, now }: { contact: number; now: Date },
): Promise<(LeaveView & { me: number }) | null> => {
  const [me] = await findMe(runner, { contact, today: localDate(now, agency.zone) });
  if (!me) return null;
  const may = mayStandIn(me);
  const office = officeOf(me.unit, units, categories);
  const staff = may ? await findStaff(runner, {}) : [];
  const colleagues = staff
    .filter((one) => one.id !== me.id && mayStandIn(one) && officeOf(one.unit, units, categories) === office)
    .map(({ id, name }) => ({ id, name }));
  return { me: me.id, may, running: me.running, colleagues };
};
