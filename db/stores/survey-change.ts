import { sql } from 'drizzle-orm';
import { changeWords } from '../../bot/domain/skm/survey-change.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { changeTeller } from '../reads/change-tellers.ts';

const p = sql.placeholder;

const insertChange = prepared(sql`
insert into skm_change (unit_code, service_code, said, done, at, employee_id)
select ${p('unit')}, ${p('service')}::text, ${p('said')}, ${p('done')}, ${p('at')}::timestamptz, ${p('employee')}::bigint
where ${p('service')}::text is null or exists (
  select from service where code = ${p('service')}::text and unit_code = ${p('unit')} and active)`);

/**
 * Keeps what an office changed, for everybody to read; a job tells those who asked for it. Words are masked here once more;
 * of whoever may not speak for the office it is dropped.
 */
export const tellChange = async (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { unit, service, said, done }: Extract<Effect, { do: 'survey.change' }>,
  at: Date,
): Promise<void> => {
  const teller = await changeTeller(runner, city, contact);
  if (!teller?.offices.some(({ code }) => code === unit)) return;
  await insertChange(runner, {
    unit,
    service,
    said: changeWords(said).text,
    done: changeWords(done).text,
    at: at.toISOString(),
    employee: teller.employee,
  });
};
