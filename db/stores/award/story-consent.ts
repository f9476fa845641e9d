import { sql } from 'drizzle-orm';
import type { Effect } from '../../../bot/effects.ts';
import type { Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { employeeOf } from '../../reads/training/employee-of.ts';

const p = sql.placeholder;

const writeConsent = prepared<{ id: number }>(sql`
update award_nominee n set story_consent = ${p('yes')}::boolean from award_result r
where n.id = ${p('nominee')}::bigint and r.nominee_id = n.id and r.number is not null and n.employee_id = ${p('employee')}::bigint
returning n.id::int as id`);

/** Keeps whether a winner lets the story be told with the name; theirs alone to say, and to take back. */
export const sayStoryConsent = async (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee, yes }: Extract<Effect, { do: 'award.story-consent' }>,
): Promise<void> => {
  const employee = await employeeOf(runner, contact);
  const [written] = employee === undefined ? [] : await writeConsent(runner, { nominee, yes, employee });
  if (!written) throw new Overtaken();
};
