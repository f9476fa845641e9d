import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { DueModule, LearningStanding } from '../../bot/domain/reminding/learning-ask.ts';
import { prepared, type Runner } from '../prepared.ts';
import { isStillAsked } from '../reads/modules/still-asked.ts';

const p = sql.placeholder;

/** What was said longer ago weighs nothing: questions are spoken of for two months and a week, the self-check for the last three of a year. */
const spokenOfDays = sql.raw('100');

type Row = {
  employee: number;
  due: DueModule[] | null;
  asked: LearningStanding['asked'] | null;
  checked: boolean;
  said: LearningStanding['said'] | null;
  putOff: LearningStanding['putOff'] | null;
};

const findStanding = prepared<Row>(sql`
with due as (
  select r.employee_id, m.code, m.content ->> 'title' as title, count(*)::int as count, max(r.due_on) as newest
  from module_repetition r join learning_module m on m.code = r.module_code and ${isStillAsked}
  where r.employee_id = any(${p('employees')}::bigint[]) and r.due_on <= ${p('today')}::date
  group by r.employee_id, m.code)
select e.id::int as employee,
  (select json_agg(json_build_object('title', title, 'count', count, 'newest', newest) order by code) from due where employee_id = e.id) as due,
  (select json_agg(json_build_object('training', training_code, 'answered', answered)) from training_use_asked where employee_id = e.id) as asked,
  exists (select from self_check where employee_id = e.id and year = extract(year from ${p('today')}::date)) as checked,
  (select json_agg(json_build_object('item', item, 'milestone', milestone, 'day', day)) from reminded
    where employee_id = e.id and day >= ${p('today')}::date - ${spokenOfDays} and item ~ '^(recall|self-check):') as said,
  (select json_agg(json_build_object('item', item, 'until', snoozed_until)) from reminder_touch
    where employee_id = e.id and item ~ '^recall:' and snoozed_until is not null) as "putOff"
from employee e where e.id = any(${p('employees')}::bigint[])`);

/** How people stand with what learning asks of them, set by set. */
export const readLearning = async (
  runner: Runner,
  asked: { employees: readonly number[]; today: LocalDate },
): Promise<Map<number, LearningStanding>> =>
  new Map(
    (await findStanding(runner, asked)).map(({ employee, due, asked: before, checked, said, putOff }) => [
      employee,
      { due: due ?? [], asked: before ?? [], checked, said: said ?? [], putOff: putOff ?? [] },
    ]),
  );
