import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

type Line = {
  id: string;
  epoch: string;
  employee: string | null;
  action: string;
  report: string | null;
  sealed: string | null;
  previous: string | null;
  hash: string | null;
};

/** Everything as text, as the trigger puts it together. */
const linesAfter =
  prepared<Line>(sql`select id::text as id, extract(epoch from at)::text as epoch, employee_id::text as employee,
    action, report_id::text as report, encode(sealed, 'hex') as sealed, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
  from audit where id > ${p('after')}::bigint order by audit.id limit ${p('most')}`);

/** The hash a line must have; the same sum as `chain_audit` in the migrations, done outside the database. */
const hashOf = ({ id, epoch, employee, action, report, sealed, previous }: Line): string =>
  createHash('sha256')
    .update([id, epoch, employee, action, report, sealed, previous].filter((part) => part !== null).join('|'))
    .digest('hex');

/**
 * What the log came to: how many lines, the hash of the last (its root: whoever keeps it elsewhere can tell later that
 * nothing was cut off), and the first line that is not as it was written.
 */
export type AuditChain = {
  lines: number;
  root: string | null;
  broken?: { line: number; why: 'changed' | 'missing-before' };
  /** Whether one of the lines has the hash asked for. */
  holds?: boolean;
};

const pageMost = 5_000;

/**
 * Verifies the whole chain, oldest first. The first line's own predecessor may be gone: lines older than two years may
 * go. `holds`: a root noted earlier, looked for among the lines.
 */
export const auditChain = async (runner: Runner, holds?: string): Promise<AuditChain> => {
  let root: string | null = null;
  let lines = 0;
  let after = '0';
  let found = false;
  for (;;) {
    const page = await linesAfter(runner, { after, most: pageMost });
    for (const line of page) {
      const at = Number(line.id);
      if (lines > 0 && line.previous !== root)
        return { lines, root, broken: { line: at, why: 'missing-before' } };
      if (hashOf(line) !== line.hash) return { lines, root, broken: { line: at, why: 'changed' } };
      root = line.hash;
      lines += 1;
      found ||= root === holds;
      after = line.id;
    }
    if (page.length < pageMost) break;
  }
  return { lines, root, ...(holds !== undefined && { holds: found }) };
};
