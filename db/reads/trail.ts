import { sql } from 'drizzle-orm';
import type { TrailLine } from '../../bot/domain/audit-action.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { caseOf, comerOf, readCase } from './case.ts';
import { allowed } from './case-view.ts';

const findLines = prepared<{
  at: string;
  action: TrailLine['action'];
  employee: number | null;
  inspector: boolean;
}>(sql`
select a.at, a.action, a.employee_id::int as employee, coalesce('inspector' = any(e.roles), false) as inspector
from audit a left join employee e on e.id = a.employee_id where a.report_id = ${sql.placeholder('report')} order by a.id desc`);

const whose = (employee: number | null, inspector: boolean, me: number): TrailLine['by'] => {
  if (employee === null) return 'service';
  if (employee === me) return 'me';
  return inspector ? 'inspector' : 'staff';
};

/** Who did what with a sensitive report, newest first, for one of its handlers; null for everybody else, and for a number nobody has. */
export const trailOf = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact }: { ticket: string; contact: number },
): Promise<TrailLine[] | null> => {
  const row = await readCase(runner, ticket, contact);
  const who = row && comerOf(row, 'staff', contact, seal, city);
  if (!row?.staff || !who || row.sensitive === 'none') return null;
  if (!allowed(caseOf(row, city), who, 'audit-read')) return null;
  const me = row.staff.id;
  return (await findLines(runner, { report: row.id })).map(({ at, action, employee, inspector }) => ({
    on: localDate(new Date(at), city.agency.zone),
    action,
    by: whose(employee, inspector, me),
  }));
};
