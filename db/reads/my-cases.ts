import { sql } from 'drizzle-orm';
import { factsOf, rulesOf } from '../../bot/domain/clock-facts.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { settlePromise } from '../../bot/domain/report-clocks.ts';
import type { City } from '../../bot/ports.ts';
import type { CaseLine } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, openCases } from './case.ts';
import { allowed } from './case-view.ts';

const findStaff = prepared<{ unit: string; id: number; desk: boolean }>(sql`
select e.id::int as id, e.unit_code as unit, 'coordinator' = any(e.roles) as desk from staff_link l join employee e on e.id = l.employee_id
where l.contact_id = ${sql.placeholder('contact')} and l.ended_at is null and e.active`);

/** So many rows are looked at; a list one works from is never longer. */
const most = 200;

/**
 * What waits for the employee behind a chat: the open reports of their office, or those at the coordinator's desk; what
 * is late first, then by day. Reports that may not be listed to them stay out.
 */
export const myCases = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, now }: { contact: number; now: Date },
): Promise<CaseLine[]> => {
  const [staff] = await findStaff(runner, { contact });
  if (!staff) return [];
  const office = officeOf(staff.unit, city.units, city.categories);
  const rows = await openCases(runner, { contact, offices: `{${office}}`, desk: staff.desk, most });
  const today = localDate(now, city.agency.zone);
  return rows
    .filter((row) => {
      const who = comerOf(row, 'staff', contact, seal, city);
      const it = caseOf(row, city);
      const theirs = who?.as === 'staff' && (who.office === row.unit || allowed(it, who, 'verify'));
      return who !== undefined && theirs && allowed(it, who, 'list');
    })
    .map((row) => lineOf(row, staff.id, today, city))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.ticket < b.ticket ? -1 : 1));
};

const lineOf = (row: CaseRow, employee: number, today: string, city: City): CaseLine => {
  const rules = rulesOf(city);
  const it = caseOf(row, city);
  const facts = factsOf(it.filed, it.timeline, rules);
  const due = facts.answeredOn === undefined ? facts.firstAnswer.due : settlePromise(facts, rules).due;
  return {
    ticket: row.ticket,
    category: row.category,
    state: row.state,
    due,
    late: due < today,
    mine: row.taker === employee,
    taken: row.taker !== null,
  };
};
