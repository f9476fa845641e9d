import { sql } from 'drizzle-orm';
import { type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { shownOrder } from '../../../bot/domain/modules/choice-order.ts';
import type { Question } from '../../../bot/domain/modules/module.ts';
import type { RecallReads, RepeatedModule, UsedLook } from '../../../bot/domain/modules/recall-reads.ts';
import type { Repetition } from '../../../bot/domain/modules/repetition.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { isStillAsked } from './still-asked.ts';

const p = sql.placeholder;

const me = sql`(select l.employee_id from staff_link l join employee e on e.id = l.employee_id and e.active
  where l.contact_id = ${p('contact')} and l.ended_at is null)`;

type Row = {
  employee: number;
  module: string;
  title: string;
  question: Question;
  wrongOn: LocalDate;
  round: Repetition['round'];
  dueOn: LocalDate;
  due: number;
};

const findRecalled = prepared<Row>(sql`
select r.employee_id::int as employee, m.code as module, m.content ->> 'title' as title,
  (select s from jsonb_array_elements(m.content -> 'steps') s where s ->> 'kind' = 'question' and s ->> 'id' = r.question limit 1) as question,
  r.wrong_on::text as "wrongOn", r.round, r.due_on::text as "dueOn", (count(*) over ())::int as due
from module_repetition r join learning_module m on m.code = r.module_code and ${isStillAsked}
where r.employee_id = ${me} and r.due_on <= ${p('today')}::date order by r.due_on, m.code, r.question limit 1`);

const findRepeated = prepared<RepeatedModule>(sql`
select m.content ->> 'title' as title, count(*)::int as count
from module_repetition r join learning_module m on m.code = r.module_code and ${isStillAsked}
where r.employee_id = ${me} and m.code = ${p('module')} group by m.code`);

const findUsed = prepared<UsedLook>(sql`
select t.title, case when u.answered then 'answered' else 'open' end as "is"
from training_use_asked u join training t on t.code = u.training_code
where u.employee_id = ${me} and u.training_code = ${p('training')}`);

/** What the conversation of one chat may look up of what learning asks afterwards. */
export const createRecallReads = (
  runner: Runner,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): RecallReads => ({
  recalled: async () => {
    const today = localDate(now(), city().agency.zone);
    const [row] = await findRecalled(runner, { contact, today });
    if (!row) return null;
    const { employee, module, title, question, wrongOn, round, dueOn, due } = row;
    const { id, ask, choices, right, whyRight, whyWrong } = question;
    return {
      module,
      title,
      ask,
      choices: [...choices],
      right,
      whyRight,
      whyWrong,
      repetition: { question: id, wrongOn, round, dueOn },
      order: shownOrder(choices.length, `${employee} ${module} ${id} ${dueOn}`),
      left: due - 1,
    };
  },
  repeatedModule: async (module) => (await findRepeated(runner, { contact, module }))[0] ?? null,
  usedAtWork: async (training) => (await findUsed(runner, { contact, training }))[0] ?? null,
});
