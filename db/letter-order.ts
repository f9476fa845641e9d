import { type SQL, sql } from 'drizzle-orm';

/** Whether the operator has stopped the letters that nobody waits for. */
export const bulkPaused: SQL = sql`exists (select 1 from bulk_pause)`;

/** Whether a letter goes before another one of the same contact: an older one, but no unasked one before an answer. */
export const goesBefore = (first: string, second: string): SQL => {
  const [e, l] = [sql.raw(first), sql.raw(second)];
  return sql`${e}.contact_id = ${l}.contact_id and ${e}.id < ${l}.id and ${e}.state in ('waiting', 'sending')
      and (not ${e}.bulk or ${l}.bulk)`;
};
