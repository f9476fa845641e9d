import { sql } from 'drizzle-orm';
import type { Exercise } from '../../../bot/domain/exercise/exercise.ts';
import type { ExerciseWaiting } from '../../../bot/domain/exercise/exercise-reads.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { learnerOf, mayApprove } from './learner.ts';
import { headOf, textsOf } from './task.ts';

const findWaiting = prepared<{ id: number; office: string }>(sql`
select id::int as id, unit_code as office from exercise where state = 'waiting' and report_id is not null order by id`);

const findContent = prepared<{ content: Exercise }>(
  sql`select content from exercise where id = ${sql.placeholder('id')}::bigint`,
);

/** An exercise as the officer who may approve it reads it: the one asked for, or with 0 the oldest. */
export const exerciseToJudge = async (
  runner: Runner,
  city: City,
  { contact, id }: { contact: number; id: number },
): Promise<ExerciseWaiting | null> => {
  const [me, all] = await Promise.all([learnerOf(runner, city, contact), findWaiting(runner, {})]);
  const mine = me ? all.filter(({ office }) => mayApprove(me, office)) : [];
  const wanted = id === 0 ? mine[0]?.id : mine.find((one) => one.id === id)?.id;
  if (wanted === undefined) return null;
  const [found] = await findContent(runner, { id: wanted });
  return found
    ? { ...headOf(wanted, found.content), texts: textsOf(found.content), waiting: mine.length }
    : null;
};
