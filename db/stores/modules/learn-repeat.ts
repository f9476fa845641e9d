import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { answeredWrongly, type Learnt } from '../../../bot/domain/modules/learnt.ts';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { toRepeat } from '../../../bot/domain/modules/repetition.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const readAttempt = prepared<{ employee: number; module: Module; learnt: Learnt; at: string }>(sql`
select e.id::int as employee, m.content as module, g.last_at as at,
  json_build_object('done', g.done, 'answers', g.answers, 'attempt', g.attempt) as learnt
from staff_link l join employee e on e.id = l.employee_id and e.active
  join module_progress g on g.employee_id = e.id and g.module_code = ${p('module')}
  join learning_module m on m.code = g.module_code and m.withdrawn_at is null
where l.contact_id = ${p('contact')} and l.ended_at is null`);

/** One that comes back already begins anew only where it was answered wrongly since. */
const keep = prepared(sql`
insert into module_repetition as r (employee_id, module_code, question, wrong_on, round, due_on)
select ${p('employee')}::bigint, ${p('module')}, question, "wrongOn", round, "dueOn"
from json_to_recordset(${p('rows')}::text::json) as given (question text, "wrongOn" date, round smallint, "dueOn" date)
on conflict (employee_id, module_code, question) do update
  set wrong_on = excluded.wrong_on, round = excluded.round, due_on = excluded.due_on
  where r.wrong_on < excluded.wrong_on`);

/** What was answered wrongly in the attempt that ended comes back, reckoned from the day of its last answer; said twice, it changes nothing. */
export const repeatWrong = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { module }: Extract<Effect, { do: 'learn.repeat' }>,
): Promise<void> => {
  const [attempt] = await readAttempt(runner, { contact, module });
  if (!attempt) return;
  const wrongOn = localDate(new Date(attempt.at), agency.zone);
  const rows = answeredWrongly(attempt.module, attempt.learnt).map((question) => toRepeat(question, wrongOn));
  if (rows.length > 0) await keep(runner, { employee: attempt.employee, module, rows: JSON.stringify(rows) });
};
