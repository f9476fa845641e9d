import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { keepDays } from './forget.ts';

const p = sql.placeholder;

const findForgotten = prepared<{
  id: string;
}>(sql`select id from media where state = 'refused' or (report_id is null and created_at < ${p('before')}::timestamptz)
    order by created_at limit ${p('most')}`);

const deleteRows = prepared(sql`delete from media where id = any(${p('ids')}::uuid[])`);

/** Photos that belong to nobody: refused, dropped by their sender, or of a draft that expired. */
export const forgottenPhotos = async (
  { sql: pool }: Pick<Database, 'sql'>,
  now: Date,
  most: number,
): Promise<string[]> => {
  const before = new Date(now.getTime() - keepDays.drafts * 86_400_000).toISOString();
  return (await findForgotten(pool, { before, most })).map(({ id }) => id);
};

/** Deletes the rows of photos whose files are gone. */
export const deletePhotos = async (
  { sql: pool }: Pick<Database, 'sql'>,
  ids: readonly string[],
): Promise<void> => {
  await deleteRows(pool, { ids: `{${ids.join(',')}}` });
};
