import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { giveModuleCertificate } from './learn-certificate.ts';

const p = sql.placeholder;

/** Whoever the chat speaks as, beside a module that is taught. */
const from = sql`from staff_link l join employee e on e.id = l.employee_id and e.active
  join learning_module m on m.code = ${p('module')} and m.withdrawn_at is null
where l.contact_id = ${p('contact')} and l.ended_at is null`;

type Kept = { kept: number };

const keepStep = prepared<Kept>(sql`
insert into module_progress as g (employee_id, module_code, done, started_on, last_at)
select e.id, m.code, array[${p('step')}::text], ${p('today')}::date, ${p('at')}::timestamptz ${from}
on conflict (employee_id, module_code) do update set done = array_append(g.done, ${p('step')}::text), last_at = excluded.last_at
  where not (${p('step')}::text = any(g.done))
returning 1 as kept`);

const keepAnswer = prepared<Kept>(sql`
insert into module_progress as g (employee_id, module_code, answers, started_on, last_at)
select e.id, m.code, jsonb_build_object(${p('question')}::text, ${p('choice')}::int), ${p('today')}::date, ${p('at')}::timestamptz
  ${from} and (${p('attempt')}::int = 1 or exists (select 1 from module_progress where employee_id = e.id and module_code = m.code))
on conflict (employee_id, module_code) do update set answers = g.answers || excluded.answers, last_at = excluded.last_at
  where g.attempt = ${p('attempt')}::int and coalesce((g.answers ->> ${p('question')}::text)::int, ${p('choices')}::int) >= ${p('choices')}::int
returning 1 as kept`);

const keepAgain = prepared<Kept>(sql`
update module_progress g set attempt = g.attempt + 1, answers = '{}', last_at = ${p('at')}::timestamptz,
  done = case when ${p('from')} = 'start' then '{}' else g.done end
where g.module_code = ${p('module')} and g.attempt = ${p('attempt')}::int
  and g.employee_id = (select e.id ${from})
returning 1 as kept`);

/** What was done in a module: each step once, each question once an attempt; throws `Overtaken` where it was done already. */
export type Learning = Extract<
  Effect,
  { do: 'learn.step' | 'learn.answer' | 'learn.again' | 'learn.result' }
>;

const write = (runner: Runner, contact: number, effect: Learning, today: string, at: string) => {
  switch (effect.do) {
    case 'learn.step':
      return keepStep(runner, { contact, today, at, module: effect.module, step: effect.step });
    case 'learn.answer': {
      const { module, question, choice, choices, attempt } = effect;
      return keepAnswer(runner, { contact, today, at, module, question, choice, choices, attempt });
    }
    case 'learn.again':
      return keepAgain(runner, {
        contact,
        at,
        module: effect.module,
        from: effect.from,
        attempt: effect.attempt,
      });
    case 'learn.result':
      return undefined;
    default:
      return effect satisfies never;
  }
};

/** Writes down what was done, and what it came to where that was the end. */
export const learn = async (
  runner: Runner,
  city: Pick<City, 'agency' | 'units'>,
  { id: contact }: Pick<Contact, 'id'>,
  effect: Learning,
  at: Date,
): Promise<void> => {
  const today = localDate(at, city.agency.zone);
  const rows = await write(runner, contact, effect, today, at.toISOString());
  if (rows?.length === 0) throw new Overtaken();
  if (effect.do !== 'learn.again' && effect.certificate !== null)
    await giveModuleCertificate(runner, city, {
      contact,
      module: effect.module,
      number: effect.certificate,
      today,
      at,
    });
};
