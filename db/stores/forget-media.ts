import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

const p = sql.placeholder;

const findForgotten = prepared<{ id: string }>(
  sql`select id from media where state = 'refused' order by created_at limit ${p('most')}`,
);

const deleteRows = prepared(sql`
with gone as (
  delete from media where id = any(${p('ids')}::uuid[]) returning id
)
update publication set photos = array(select one from unnest(photos) one where one not in (select id from gone))
where photos && array(select id from gone)`);

/** Photos that belong to nobody: refused, dropped by their sender, or kept long enough (`db/retention/of-photos.ts`). */
export const forgottenPhotos = async (
  { sql: pool }: Pick<Database, 'sql'>,
  most: number,
): Promise<string[]> => (await findForgotten(pool, { most })).map(({ id }) => id);

/** Deletes the rows of photos whose files are gone. */
export const deletePhotos = async (
  { sql: pool }: Pick<Database, 'sql'>,
  ids: readonly string[],
): Promise<void> => {
  await deleteRows(pool, { ids });
};
