import { sql } from 'drizzle-orm';
import type { TeamCase } from '../../../bot/domain/modules/team-case.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const lock = prepared(sql`lock table team_case in share row exclusive mode`);

const drop = prepared<{ id: string }>(sql`
delete from team_case where id <> all(${p('ids')}::text[]) returning id`);

const write = prepared<{ id: string }>(sql`
insert into team_case as old (id, place, content)
select content ->> 'id', place - 1, content
from jsonb_array_elements(${p('cases')}::text::jsonb) with ordinality as given (content, place)
on conflict (id) do update set place = excluded.place, content = excluded.content
where (old.place, old.content) is distinct from (excluded.place, excluded.content) returning id`);

/** Keeps these as all the cases of the week, in this order. Gives how many are new or others than before, and how many left. */
export const keepCases = async (
  tx: Runner,
  cases: readonly TeamCase[],
): Promise<{ changed: number; gone: number }> => {
  await lock(tx, {});
  const gone = await drop(tx, { ids: cases.map(({ id }) => id) });
  const changed = await write(tx, { cases: JSON.stringify(cases) });
  return { changed: changed.length, gone: gone.length };
};
