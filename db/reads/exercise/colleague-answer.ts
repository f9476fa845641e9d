import { sql } from 'drizzle-orm';
import type { Exercise } from '../../../bot/domain/exercise/exercise.ts';
import type { ColleagueAnswer } from '../../../bot/domain/exercise/exercise-reads.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { answerPlace } from './answer-place.ts';
import { speaksIn } from './in-circle.ts';
import { learnerOf, mayLearn } from './learner.ts';
import { headOf } from './task.ts';

const p = sql.placeholder;

const findAnswer = prepared<{ exercise: number; content: Exercise; words: Uint8Array }>(sql`
with me as (
  select e.id, c.circle from staff_link l join employee e on e.id = l.employee_id and e.active join contact c on c.id = l.contact_id
  where l.contact_id = ${p('contact')}::bigint and l.ended_at is null)
select x.id::int as exercise, x.content, a.words from me, exercise_answer a join exercise x on x.id = a.exercise_id
where a.id = ${p('id')}::bigint and a.scored_on is null and a.employee_id <> me.id and ${speaksIn(sql`a.employee_id`, sql`me.circle`)}`);

/** An answer that waits for a colleague, for one of them; whose it is stays behind. */
export const colleagueAnswerOf = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, id }: { contact: number; id: number },
): Promise<ColleagueAnswer | null> => {
  const [me, [found]] = await Promise.all([
    learnerOf(runner, city, contact),
    findAnswer(runner, { contact, id }),
  ]);
  if (!me || !found || !mayLearn(me)) return null;
  const { exercise, content, words } = found;
  const text = content.texts[0].text;
  return {
    ...headOf(exercise, content),
    answer: id,
    text,
    words: seal.open('learning', answerPlace(id), words),
  };
};
