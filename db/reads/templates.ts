import { sql } from 'drizzle-orm';
import { officeOf } from '../../bot/domain/office.ts';
import type { AnswerTemplate } from '../../bot/domain/template.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

const findTemplates = prepared<AnswerTemplate & { unit: string | null; mine: string }>(sql`
select t.key, t.label, t.shape, t.words, t.unit_code as unit, e.unit_code as mine
from staff_link l join employee e on e.id = l.employee_id and e.active, template t
where l.contact_id = ${p('contact')} and l.ended_at is null order by t.sort, t.key`);

/** The sentences that the office of the employee behind a chat sends often: its own, then everybody's. */
export const templatesFor = async (
  runner: Runner,
  { units, categories }: City,
  contact: number,
): Promise<AnswerTemplate[]> => {
  const rows = await findTemplates(runner, { contact });
  return rows
    .filter(({ unit, mine }) => unit === null || unit === mine || unit === officeOf(mine, units, categories))
    .toSorted((a, b) => Number(a.unit === null) - Number(b.unit === null))
    .map(({ key, label, shape, words }) => ({ key, label, shape, words }));
};
