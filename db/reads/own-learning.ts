import { type SQL, sql } from 'drizzle-orm';
import type { OwnLearning } from '../../bot/domain/own-learning.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { answerPlace } from './exercise/answer-place.ts';
import { employeeOf } from './training/employee-of.ts';

const employee = sql`${sql.placeholder('employee')}::bigint`;

/** So many lines of each list, which is more than most people have. */
const most = sql.raw('150');

const listed = (line: SQL, from: SQL, order: SQL) => sql`coalesce((select json_agg(${line} order by ${order})
  from (select * from ${from} order by ${order} limit ${most}) listed), '[]')`;
const left = (table: SQL) =>
  sql`greatest(0, (select count(*)::int from ${table} where employee_id = ${employee}) - ${most})`;

/** Answers are long, so fewer of them go into the file. */
const mostAnswers = sql.raw('40');

type Answer = Omit<OwnLearning['exercises'][number], 'words'> & { id: number; sealed: string };

const findLearning = prepared<Omit<OwnLearning, 'exercises'> & { exercises: Answer[] }>(sql`
select
  ${listed(
    sql`json_build_object('training', training_code, 'title', title, 'state', state, 'since', since, 'completeBy', due,
      'attendedOn', attended_on, 'finishedOn', finished_on)`,
    sql`(select n.training_code, t.title, n.state, n.since, n.complete_by as due, n.attended_on, n.finished_on
      from enrolment n join training t on t.code = n.training_code where n.employee_id = ${employee}) mine`,
    sql`since desc, training_code`,
  )} as enrolments,
  ${listed(
    sql`json_build_object('title', title, 'form', form, 'provider', provider, 'jp', jp, 'number', number, 'date', date,
      'status', status, 'reason', reason, 'photo', media_id is not null)`,
    sql`(select * from certificate where employee_id = ${employee}) mine`,
    sql`date desc, id desc`,
  )} as certificates,
  ${listed(
    sql`json_build_object('kind', kind, 'date', date, 'note', note, 'asOf', as_of)`,
    sql`(select * from personnel_date where employee_id = ${employee}) mine`,
    sql`date desc, kind`,
  )} as dates,
  ${listed(
    sql`json_build_object('year', year, 'unit', unit_code, 'answers', answers)`,
    sql`(select * from self_check where employee_id = ${employee}) mine`,
    sql`year desc`,
  )} as "selfChecks",
  ${listed(
    sql`json_build_object('id', id, 'category', category, 'on', answered_on, 'marks', marks, 'colleague', colleague_marks,
      'sealed', translate(encode(words, 'base64'), E'\n', ''))`,
    sql`(select a.id, x.content ->> 'category' as category, a.answered_on, a.marks, a.colleague_marks, a.words
      from exercise_answer a join exercise x on x.id = a.exercise_id where a.employee_id = ${employee}
      order by a.id desc limit ${mostAnswers}) mine`,
    sql`id desc`,
  )} as exercises,
  ${listed(
    sql`json_build_object('item', item, 'on', day)`,
    sql`(select * from reminded where employee_id = ${employee}) mine`,
    sql`at desc, item, milestone`,
  )} as reminders,
  json_build_object('enrolments', ${left(sql`enrolment`)}, 'certificates', ${left(sql`certificate`)},
    'reminders', ${left(sql`reminded`)}) as others`);

/** What is held of the learning of whoever this chat speaks as; null for somebody who is no employee. */
export const readOwnLearning = async (
  runner: Runner,
  seal: Seal,
  contact: number,
): Promise<OwnLearning | null> => {
  const id = await employeeOf(runner, contact);
  const [found] = id === undefined ? [] : await findLearning(runner, { employee: id });
  if (!found) return null;
  const exercises = found.exercises.map(({ id: answer, sealed, ...one }) => ({
    ...one,
    words: seal.open('learning', answerPlace(answer), Buffer.from(sealed, 'base64')),
  }));
  return { ...found, exercises };
};
