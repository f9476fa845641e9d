import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { isWhole } from '../../../bot/domain/paths/self-check.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { selfChecker } from '../../reads/paths/self-checker.ts';

const p = sql.placeholder;

const keep = prepared(sql`
insert into self_check (employee_id, year, unit_code, answers)
values (${p('employee')}::bigint, ${p('year')}::smallint, ${p('unit')}, ${p('answers')}::text::jsonb)
on conflict (employee_id, year) do update set unit_code = excluded.unit_code, answers = excluded.answers`);

/**
 * Keeps somebody's ten answers for the running year, at the unit where they serve now; a later time replaces them. Throws
 * `Overtaken` where they are asked other questions by now, or none.
 */
export const answerSelfCheck = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { answers }: Extract<Effect, { do: 'self-check.answer' }>,
  at: Date,
): Promise<void> => {
  const me = await selfChecker(runner, contact);
  if (!me || !isWhole(answers, me.position)) throw new Overtaken();
  const year = Number(localDate(at, agency.zone).slice(0, 4));
  await keep(runner, { employee: me.id, year, unit: me.unit, answers: JSON.stringify(answers) });
};
