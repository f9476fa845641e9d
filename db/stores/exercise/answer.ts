import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { answerPlace } from '../../reads/exercise/answer-place.ts';
import { learnerOf, mayLearn } from '../../reads/exercise/learner.ts';
import type { Seal } from '../../sealed.ts';

const p = sql.placeholder;

const drawId = prepared<{ id: number }>(
  sql`select nextval(pg_get_serial_sequence('exercise_answer', 'id'))::int as id`,
);

/** It counts as scored until its writer asks a colleague, so that nobody reads it before. */
const insertAnswer = prepared<{ id: number }>(sql`
insert into exercise_answer (id, exercise_id, employee_id, words, marks, answered_on, scored_on)
select ${p('id')}::bigint, x.id, ${p('employee')}::bigint, decode(${p('words')}, 'base64'), ${p('marks')}::text::jsonb,
  ${p('on')}::date, ${p('on')}::date
from exercise x where x.id = ${p('exercise')}::bigint and x.state = 'approved'
on conflict do nothing returning id::int as id`);

/** Keeps how somebody would answer, sealed, with their own marks. Throws `Overtaken` where they have answered it already. */
export const answerExercise = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { exercise, words, marks }: Extract<Effect, { do: 'exercise.answer' }>,
  now: Date,
): Promise<void> => {
  const [me, [drawn]] = await Promise.all([learnerOf(runner, city, contact), drawId(runner, {})]);
  if (!me || !drawn || !mayLearn(me)) throw new Overtaken();
  const kept = await insertAnswer(runner, {
    id: drawn.id,
    exercise,
    employee: me.id,
    words: seal.seal('learning', answerPlace(drawn.id), words).toString('base64'),
    marks: JSON.stringify(marks),
    on: localDate(now, city.agency.zone),
  });
  if (kept.length === 0) throw new Overtaken();
};
