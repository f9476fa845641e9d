import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

/** Also of those who are due already: whoever looks at them now may not have seen the change, so that they are waited for. */
const lookAtThem = prepared(
  sql`update reminder_look set next_at = '-infinity' where employee_id = any(${sql.placeholder('employees')}::bigint[])`,
);

/** Lets the reminders of these people be thought over again, since something about them changed; whoever was never looked at has no row, and is due anyway. */
export const lookAgain = async (runner: Runner, employees: readonly number[]): Promise<void> => {
  if (employees.length > 0) await lookAtThem(runner, { employees: [...new Set(employees)] });
};

/** Lets the reminders of everybody be thought over again, as something that they go by has changed. */
export const lookAgainAtAll = prepared(sql`update reminder_look set next_at = '-infinity'`);
