import { sql } from 'drizzle-orm';
import type { ExerciseDesk } from '../../../bot/domain/exercise/exercise-reads.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { speaksIn } from './in-circle.ts';
import { learnerOf, mayApprove, mayLearn } from './learner.ts';

const p = sql.placeholder;

type Counted = {
  open: { id: number; office: string }[];
  answered: number;
  waiting: { office: string; count: number }[];
  asked: { id: number; unit: string }[];
};

/** Of what is open, the newest; of answers that wait, the oldest. Nobody gets through more than these in a month. */
const most = 60;

const countAll = prepared<Counted>(sql`
with me as (
  select e.id, c.circle from staff_link l join employee e on e.id = l.employee_id and e.active join contact c on c.id = l.contact_id
  where l.contact_id = ${p('contact')}::bigint and l.ended_at is null)
select
  (select coalesce(json_agg(json_build_object('id', x.id, 'office', x.unit_code) order by x.id desc), '[]') from (
    select id, unit_code from exercise where state = 'approved' and not exists (
      select from exercise_answer a, me where a.exercise_id = exercise.id and a.employee_id = me.id)
    order by id desc limit ${p('most')}) x) as open,
  (select count(*)::int from exercise_answer a, me where a.employee_id = me.id) as answered,
  (select coalesce(json_agg(json_build_object('office', x.unit_code, 'count', x.count)), '[]') from (
    select unit_code, count(*)::int as count from exercise where state = 'waiting' and report_id is not null group by unit_code) x) as waiting,
  (select coalesce(json_agg(json_build_object('id', x.id, 'unit', x.unit_code) order by x.id), '[]') from (
    select a.id, e.unit_code from me, exercise_answer a join employee e on e.id = a.employee_id and e.active
    where a.scored_on is null and a.employee_id <> me.id and ${speaksIn(sql`a.employee_id`, sql`me.circle`)}
    order by a.id limit ${p('most')}) x) as asked`);

/** What the employee behind a chat finds to answer, to score and to approve; of each kind what their own office has first. */
export const exerciseDeskOf = async (
  runner: Runner,
  city: City,
  contact: number,
): Promise<ExerciseDesk | null> => {
  const [me, [found]] = await Promise.all([
    learnerOf(runner, city, contact),
    countAll(runner, { contact, most }),
  ]);
  if (!me || !found) return null;
  const learns = mayLearn(me);
  const { units, categories } = city;
  const own = found.asked.find(({ unit }) => officeOf(unit, units, categories) === me.office);
  const next = found.open.find(({ office }) => office === me.office) ?? found.open[0];
  const toScore = own ?? found.asked[0];
  return {
    learns,
    next: learns && next ? next.id : null,
    open: learns ? found.open.length : 0,
    answered: found.answered,
    toScore: learns && toScore ? toScore.id : null,
    waiting: found.waiting
      .filter(({ office }) => mayApprove(me, office))
      .reduce((all, { count }) => all + count, 0),
  };
};
