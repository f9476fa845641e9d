import { sql } from 'drizzle-orm';
import type { Exercise } from '../../../bot/domain/exercise/exercise.ts';
import type {
  ExerciseHead,
  ExerciseTask,
  OwnAnswer,
  TextShown,
} from '../../../bot/domain/exercise/exercise-reads.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { learnerOf, mayLearn } from './learner.ts';

const p = sql.placeholder;

const findTask = prepared<{ content: Exercise; mine: OwnAnswer | null }>(sql`
select x.content, (select case when a.colleague_marks is not null then 'scored' when a.scored_on is null then 'asked' else 'kept' end
  from exercise_answer a join staff_link l on l.employee_id = a.employee_id
  where a.exercise_id = x.id and l.contact_id = ${p('contact')}::bigint and l.ended_at is null) as mine
from exercise x where x.id = ${p('id')}::bigint and x.state = 'approved'`);

export const headOf = (id: number, { category, office, kelurahan, month }: Exercise): ExerciseHead => ({
  id,
  category,
  office,
  kelurahan,
  month,
});

export const textsOf = ({ texts }: Exercise): TextShown[] =>
  texts.map(({ by, text, doubts }) => ({ by, text, doubts: [...doubts] }));

export const exerciseTaskOf = async (
  runner: Runner,
  city: City,
  { contact, id }: { contact: number; id: number },
): Promise<ExerciseTask | null> => {
  const [me, [found]] = await Promise.all([
    learnerOf(runner, city, contact),
    findTask(runner, { contact, id }),
  ]);
  if (!me || !found || !mayLearn(me)) return null;
  const { content, mine } = found;
  const [first, ...since] = textsOf(content);
  return { ...headOf(id, content), text: first?.text ?? '', since, mine };
};
