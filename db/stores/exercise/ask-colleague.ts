import { sql } from 'drizzle-orm';
import type { Effect } from '../../../bot/effects.ts';
import type { Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const wishScore = prepared<{ id: number }>(sql`
update exercise_answer a set scored_on = null from staff_link l
where l.contact_id = ${p('contact')}::bigint and l.ended_at is null and a.employee_id = l.employee_id
  and a.exercise_id = ${p('exercise')}::bigint and a.colleague_marks is null returning a.id::int as id`);

/** Lets colleagues score one's answer. Asked twice it waits once; throws `Overtaken` where a colleague has scored it. */
export const askColleague = async (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { exercise }: Extract<Effect, { do: 'exercise.ask' }>,
): Promise<void> => {
  if ((await wishScore(runner, { contact, exercise })).length === 0) throw new Overtaken();
};
