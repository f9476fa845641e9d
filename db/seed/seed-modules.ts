import { sql } from 'drizzle-orm';
import type { Tx } from '../imports/upsert.ts';
import { readShipped } from './shipped-modules.ts';

/**
 * The modules that come with Pendopo, as far as none of their codes is there, and the weekly cases, unless the operator has
 * some. Their pictures go into the store of files, of which no database knows (`api/modules/seed-pictures.ts`). Gives how
 * many modules are shipped.
 */
export const seedModules = async (tx: Tx): Promise<number> => {
  const { modules, cases } = readShipped();
  await tx.execute(sql`
    insert into learning_module (code, content, added_at, changed_at)
    select content ->> 'code', content, hall_now(), hall_now()
    from jsonb_array_elements(${JSON.stringify(modules)}::text::jsonb) content on conflict do nothing`);
  await tx.execute(sql`
    insert into team_case (id, place, content)
    select content ->> 'id', place - 1, content
    from jsonb_array_elements(${JSON.stringify(cases)}::text::jsonb) with ordinality as given (content, place)
    where not exists (select 1 from team_case)`);
  return modules.length;
};
