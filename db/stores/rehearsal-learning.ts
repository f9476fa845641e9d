import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import { prepared, type Runner } from '../prepared.ts';
import { giveLesson, type InventedLesson } from './rehearsal-modules.ts';

const p = sql.placeholder;

/** What somebody invented has learnt and takes part in: codes of the demo's trainings, modules, a certificate that nobody has looked at yet, and dates of the career. */
export type InventedLearning = {
  learnt: readonly string[];
  joins: readonly string[];
  lessons: readonly InventedLesson[];
  sends: { title: string; provider: string; jp: number; number: string; daysAgo: number } | null;
  dates: readonly { kind: string; date: LocalDate }[];
};

const insertLearnt = prepared(sql`
with over as (
  select code, title, form, provider, place, starts_on, ends_on, jp from training
  where code = any(${p('learnt')}::text[]) and ends_on < ${p('today')}::date
), took as (
  insert into enrolment (employee_id, training_code, state, source, since, changed_at, attended_on, finished_on)
  select ${p('employee')}::bigint, code, 'registered', 'office', starts_on - 10, ${p('now')}::timestamptz, starts_on, ends_on from over
  on conflict do nothing
)
insert into certificate (employee_id, training_code, title, form, provider, place, starts_on, ends_on, jp, number, date, source, status, sent_at, judged_at)
select ${p('employee')}::bigint, code, title, form, provider, place, starts_on, ends_on, jp, '000/' || code, ends_on, 'file', 'sah',
  ${p('now')}::timestamptz, ${p('now')}::timestamptz
from over`);

/** From today on, so that nothing of what was before is spoken of; a seat only where one is left. */
const insertJoined = prepared(sql`
insert into enrolment (employee_id, training_code, state, source, since, changed_at)
select ${p('employee')}::bigint, code, 'registered', 'self', ${p('today')}::date, ${p('now')}::timestamptz from training t
where code = any(${p('joins')}::text[]) and coalesce(register_by, starts_on, complete_by, ${p('today')}::date) >= ${p('today')}::date
  and (quota is null or quota > (select count(*) from enrolment e where e.training_code = t.code and e.state = 'registered'))
on conflict do nothing`);

const insertSent = prepared(sql`
insert into certificate (employee_id, title, provider, jp, number, date, source, status, sent_at)
values (${p('employee')}::bigint, ${p('title')}, ${p('provider')}, ${p('jp')}, ${p('number')}, ${p('today')}::date - ${p('daysAgo')}::int,
  'chat', 'menunggu', ${p('now')}::timestamptz)`);

const insertDates = prepared(sql`
insert into personnel_date (employee_id, kind, date, as_of)
select ${p('employee')}::bigint, kind, date, ${p('today')}::date
from json_to_recordset(${p('dates')}::text::json) as given (kind text, date date) on conflict do nothing`);

/** Gives somebody invented a history of learning, so that whoever holds their phone finds something there. In a demo only. */
export const teachInvented = async (
  runner: Runner,
  employee: number,
  { learnt, joins, lessons, sends, dates }: InventedLearning,
  { now, today, random }: { now: Date; today: LocalDate; random: (bytes: number) => Uint8Array },
): Promise<void> => {
  const blanks = { employee, today, now: now.toISOString() };
  await insertLearnt(runner, { ...blanks, learnt });
  await insertJoined(runner, { ...blanks, joins });
  for (const lesson of lessons) await giveLesson(runner, employee, lesson, { now, today, random });
  if (sends) await insertSent(runner, { ...blanks, ...sends });
  await insertDates(runner, { ...blanks, dates: JSON.stringify(dates) });
};
