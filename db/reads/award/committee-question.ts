import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { phaseEnds } from '../../../bot/domain/award/award-now.ts';
import type { CommitteeQuestion } from '../../../bot/domain/award/committee-view.ts';
import { isIn } from '../../../bot/domain/award/standing.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { employeeOf } from '../training/employee-of.ts';
import { currentAward } from './current.ts';

const p = sql.placeholder;

const find = prepared<{ category: AwardCategory; question: string; reply: string | null }>(sql`
select category, verdict_reason as question, reply from award_nominee
where id = ${p('nominee')}::bigint and cycle_id = ${p('cycle')}::bigint and employee_id = ${p('employee')}::bigint
  and verdict = 'asked' and verdict_reason is not null and consent is distinct from 'declined'`);

/** What the committee asked the nominee whom a chat speaks as; null for everybody else. */
export const committeeQuestion = async (
  runner: Runner,
  city: Pick<City, 'agency'>,
  { contact, nominee, now }: { contact: number; nominee: number; now: Date },
): Promise<CommitteeQuestion | null> => {
  const [employee, award] = await Promise.all([
    employeeOf(runner, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  if (employee === undefined || !award) return null;
  const [row] = await find(runner, { nominee, cycle: award.id, employee });
  if (!row) return null;
  return {
    ...row,
    title: award.cycle.title,
    open: isIn(award.standing, 'verifikasi'),
    until: phaseEnds(award, 'verifikasi'),
  };
};
