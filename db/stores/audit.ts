import { sql } from 'drizzle-orm';
import type { AuditAction } from '../../bot/domain/audit-action.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** Number and hash are the trigger's to give (`chain_audit`): each line holds the hash of the one before. */
const insertLine = prepared<{ id: number }>(sql`insert into audit (at, employee_id, action, report_id, sealed)
  values (${p('at')}, ${p('employee')}, ${p('action')}, ${p('report')}, ${p('reason')}) returning id::int as id`);

/** A line of the audit log: an employee by their number, or nobody where the service or a citizen did it; a report by its row. */
export type AuditEntry = { action: AuditAction; employee?: number; report?: number; reason?: string };

/** Where a reason is sealed: reasons stand in lines that have no number yet, so the report is their place. */
const reasonPlace = (report: number | null): string => `audit|${report ?? 'house'}`;

/**
 * Adds a line to the audit log and gives its number, for good: a trigger refuses every change. Lines that name a report
 * must not name a citizen's moment as well; round `at` where a citizen acted.
 */
export const writeAudit = async (
  runner: Runner,
  seal: Seal,
  { action, employee, report, reason }: AuditEntry,
  at: Date,
): Promise<number> => {
  const [line] = await insertLine(runner, {
    at: at.toISOString(),
    employee: employee ?? null,
    action,
    report: report ?? null,
    reason: reason ? seal.seal('sensitive', reasonPlace(report ?? null), reason) : null,
  });
  if (!line) throw new Error('the audit log took no line');
  return line.id;
};
