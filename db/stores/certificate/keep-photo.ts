import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const markKept = prepared<{ id: string }>(sql`
update media set kept = true where id = ${p('id')}::uuid and contact_id = ${p('contact')} and kind = 'photo' and report_id is null
  and state <> 'refused' returning id`);

const letGo = prepared(sql`update media set kept = false where id = ${p('id')}::uuid`);

/** A photo that this chat sent stays as long as the certificate it shows; null for any other. */
export const keepPhoto = async (runner: Runner, contact: number, id: string): Promise<string | null> =>
  (await markKept(runner, { id, contact }))[0]?.id ?? null;

/** A photo that another has replaced goes with those that belong to nobody. */
export const letPhotoGo = async (runner: Runner, id: string): Promise<void> => {
  await letGo(runner, { id });
};
