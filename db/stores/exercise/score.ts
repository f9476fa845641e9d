import { sql } from 'drizzle-orm';
import type { Reply } from '../../../bot/conversation/reply.ts';
import { compareMarks, type Marks } from '../../../bot/domain/exercise/rubric.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { speaksIn } from '../../reads/exercise/in-circle.ts';
import { learnerOf, mayLearn } from '../../reads/exercise/learner.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';

const p = sql.placeholder;

const writeScore = prepared<{ employee: number; marks: Marks; category: string }>(sql`
update exercise_answer a set colleague_id = ${p('by')}::bigint, colleague_marks = ${p('marks')}::text::jsonb, scored_on = ${p('on')}::date
from exercise x
where a.id = ${p('answer')}::bigint and x.id = a.exercise_id and a.scored_on is null and a.employee_id <> ${p('by')}::bigint
  and ${speaksIn(sql`a.employee_id`, sql`${p('circle')}::text`)}
returning a.employee_id::int as employee, a.marks, x.content ->> 'category' as category`);

/** What a learner is told: what both saw alike and what differently, and nobody's name. */
const scoredLetter = (category: string, learner: Marks, colleague: Marks): Reply => {
  const { lines, talk } = compareMarks(learner, colleague);
  return {
    text: {
      join: [
        { key: 'exercise-scored.title', with: { category: { literal: category } } },
        ...lines.map(({ line, seen }) => ({
          key: `exercise-scored.${seen}` as const,
          with: { what: { key: `exercise.line.${line}` as const } },
        })),
        { key: talk.length > 0 ? 'exercise-scored.talk' : 'exercise-scored.alike' },
      ],
      by: '\n',
    },
    choices: [{ id: 'go:exercises', label: { key: 'button.exercises' } }],
  };
};

/** Writes a colleague's marks and tells the learner; one colleague an answer, the first one, later ones are `Overtaken`. */
export const scoreExercise = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { answer, marks }: Extract<Effect, { do: 'exercise.score' }>,
  now: Date,
): Promise<void> => {
  const me = await learnerOf(runner, city, contact);
  if (!me || !mayLearn(me)) throw new Overtaken();
  const [scored] = await writeScore(runner, {
    answer,
    by: me.id,
    circle: me.circle,
    marks: JSON.stringify(marks),
    on: localDate(now, city.agency.zone),
  });
  if (!scored) throw new Overtaken();
  const { employee, category } = scored;
  await tellEmployee(runner, seal, city, { employee, say: scoredLetter(category, scored.marks, marks) }, now);
};
