import { sql } from 'drizzle-orm';
import { addCalendarDays, type LocalDate, weekday } from '../bot/domain/local-date.ts';
import { prepared, type Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';

const p = sql.placeholder;

/** Where a comment is sealed. */
export const commentPlace = (id: string): string => `comment|${id}`;

const insert = prepared(sql`
insert into skm_comment (id, unit_code, service_code, week, sealed)
select id, unit, service, ${p('week')}::date, decode(sealed, 'base64')
from jsonb_to_recordset(${p('rows')}::text::jsonb) as one (id uuid, unit text, service text, sealed text)
order by gen_random_uuid()`);

const mondayOf = (day: LocalDate): LocalDate => addCalendarDays(day, -((weekday(day) + 6) % 7));

/** Keeps what people wrote under their forms, each sealed to its own row, apart from the answers and in an order drawn by lot. Words come here cleaned. */
export const keepComments = async (
  runner: Runner,
  seal: Seal,
  comments: readonly { unit: string; service: string | null; comment: string }[],
  day: LocalDate,
): Promise<void> => {
  const rows = comments.map(({ unit, service, comment }) => {
    const id = crypto.randomUUID();
    return { id, unit, service, sealed: seal.seal('survey', commentPlace(id), comment).toString('base64') };
  });
  await insert(runner, { rows: JSON.stringify(rows), week: mondayOf(day) });
};
