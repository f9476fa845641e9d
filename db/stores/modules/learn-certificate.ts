import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { type Learnt, resultOf, standing } from '../../../bot/domain/modules/learnt.ts';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { personnelOffice } from '../../../bot/domain/modules/personnel-office.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { lookAgain } from '../training/look-again.ts';

const p = sql.placeholder;

type Ended = { employee: number; module: Module; learnt: Learnt; certificate: string | null };

/** Locked, so that of two ways to the end one gives the certificate. */
const lockEnded = prepared<Ended>(sql`
select e.id::int as employee, m.content as module, c.number as certificate,
  json_build_object('done', g.done, 'answers', g.answers, 'attempt', g.attempt) as learnt
from staff_link l join employee e on e.id = l.employee_id and e.active
  join module_progress g on g.employee_id = e.id and g.module_code = ${p('module')}
  join learning_module m on m.code = g.module_code and m.withdrawn_at is null
  left join module_certificate c on c.employee_id = e.id and c.module_code = m.code
where l.contact_id = ${p('contact')} and l.ended_at is null for update of g`);

/** One worth hours stands among the certificates as well, *sah* from the start, so that the year counts it. */
const give = prepared<{ number: string }>(sql`
with passed as (
  update module_progress set passed_on = ${p('today')}::date, percent = ${p('percent')}::smallint
  where employee_id = ${p('employee')}::bigint and module_code = ${p('module')}
  returning started_on),
given as (
  insert into module_certificate (number, employee_id, module_code, name, unit_name, title, minutes, percent, jp, decree, date)
  select ${p('number')}, e.id, ${p('module')}, e.name, u.name, ${p('title')}, ${p('minutes')}::smallint, ${p('percent')}::smallint,
    ${p('jp')}::int, ${p('decree')}::text, ${p('today')}::date
  from employee e join unit u on u.code = e.unit_code where e.id = ${p('employee')}::bigint
  on conflict (employee_id, module_code) do nothing returning number, employee_id, title, jp, date)
insert into certificate (employee_id, title, form, provider, starts_on, ends_on, jp, number, date, source, status, sent_at)
select employee_id, title, 'e_learning', ${p('provider')}, started_on, date, jp, number, date, 'chat', 'sah', ${p('at')}::timestamptz
from given, passed where jp > 0 returning number`);

/**
 * Gives whoever passed a module its certificate, once; throws `Overtaken` where they have not passed it as it stands now. Who
 * has one keeps it, whatever comes of learning again.
 */
export const giveModuleCertificate = async (
  runner: Runner,
  { agency, units }: Pick<City, 'agency' | 'units'>,
  {
    contact,
    module: code,
    number,
    today,
    at,
  }: { contact: number; module: string; number: string; today: LocalDate; at: Date },
): Promise<void> => {
  const [ended] = await lockEnded(runner, { contact, module: code });
  if (!ended || ended.certificate !== null) throw new Overtaken();
  const { employee, module, learnt } = ended;
  const { passed, percent, jp } = resultOf(module, learnt, null, trainingOf(agency.settings).rules);
  if (!passed || standing(module, learnt).next) throw new Overtaken();
  const { title, minutes, decree } = module;
  const [counted] = await give(runner, {
    employee,
    module: code,
    number,
    today,
    at: at.toISOString(),
    percent,
    title,
    minutes,
    jp,
    decree: jp > 0 ? decree?.number : null,
    provider: personnelOffice(agency, units),
  });
  if (counted) await lookAgain(runner, [employee]);
};
