import { sql } from 'drizzle-orm';
import { addCalendarDays, type LocalDate } from '../../bot/domain/local-date.ts';
import { newModuleNumber } from '../../bot/domain/modules/certificate-number.ts';
import type { Module } from '../../bot/domain/modules/module.ts';
import { toRepeat } from '../../bot/domain/modules/repetition.ts';
import { yearOf } from '../../bot/domain/training/certificate.ts';
import { prepared, type Runner } from '../prepared.ts';
import { lessonOf } from '../seed/demo/lesson.ts';

const p = sql.placeholder;

/** A module that somebody invented learnt, as far as `share` of it; what they got wrong comes back from the next day on. */
export type InventedLesson = { code: string; share: number; misses: number; daysAgo: number };

const findModule = prepared<{ content: Module }>(
  sql`select content from learning_module where code = ${p('code')} and withdrawn_at is null`,
);

const insertProgress = prepared(sql`
insert into module_progress (employee_id, module_code, done, answers, started_on, last_at, passed_on, percent)
values (${p('employee')}::bigint, ${p('code')}, ${p('done')}::text[], ${p('answers')}::text::jsonb, ${p('on')}::date,
  ${p('now')}::timestamptz - make_interval(days => ${p('daysAgo')}::int),
  case when ${p('percent')}::int is not null then ${p('on')}::date end, ${p('percent')}::int)
on conflict do nothing`);

const insertRepetition = prepared(sql`
insert into module_repetition (employee_id, module_code, question, wrong_on, round, due_on)
values (${p('employee')}::bigint, ${p('code')}, ${p('question')}, ${p('wrongOn')}::date, ${p('round')}::smallint, ${p('dueOn')}::date)
on conflict do nothing`);

const insertCertificate = prepared(sql`
insert into module_certificate (number, employee_id, module_code, name, unit_name, title, minutes, percent, jp, date)
select ${p('number')}, e.id, ${p('code')}, e.name, u.name, ${p('title')}, ${p('minutes')}::smallint, ${p('percent')}::smallint, 0, ${p('on')}::date
from employee e join unit u on u.code = e.unit_code where e.id = ${p('employee')}::bigint
on conflict do nothing`);

/** Lets somebody invented have learnt a module, for whoever holds their phone. In a demo only. */
export const giveLesson = async (
  runner: Runner,
  employee: number,
  { code, share, misses, daysAgo }: InventedLesson,
  { now, today, random }: { now: Date; today: LocalDate; random: (bytes: number) => Uint8Array },
): Promise<void> => {
  const [found] = await findModule(runner, { code });
  if (!found) return;
  const { title, minutes } = found.content;
  const { done, answers, percent, wrong } = lessonOf(found.content, { share, misses });
  const on = addCalendarDays(today, -daysAgo);
  const one = { employee, code, on };
  const at = { now: now.toISOString(), daysAgo };
  await insertProgress(runner, { ...one, ...at, done, answers: JSON.stringify(answers), percent });
  if (percent === null) return;
  const number = newModuleNumber(yearOf(on), random);
  await insertCertificate(runner, { ...one, number, title, minutes, percent });
  for (const question of wrong) await insertRepetition(runner, { ...one, ...toRepeat(question, on) });
};
