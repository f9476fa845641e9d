import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { prepared, type Runner } from '../../prepared.ts';

/** What a certificate of the award says; `decidedAt`: when the decision was taken. */
export type AwardCertificate = {
  number: string;
  name: string;
  unit: string;
  category: AwardCategory;
  title: string;
  decidedAt: Date;
};

const byNumber = prepared<Omit<AwardCertificate, 'decidedAt'> & { decidedAt: string }>(sql`
  select r.number, e.name, u.name as unit, n.category, c.rules->>'title' as title, to_json(c.decided_at) #>> '{}' as "decidedAt"
  from award_result r
  join award_nominee n on n.id = r.nominee_id
  join award_cycle c on c.id = n.cycle_id
  join employee e on e.id = n.employee_id
  join unit u on u.code = n.unit_code
  where r.number = ${sql.placeholder('number')} and c.decided_at is not null`);

/** The certificate of a number, once the decision is taken; none for a number that nobody was given. */
export const awardCertificate = async (
  runner: Runner,
  number: string,
): Promise<AwardCertificate | undefined> => {
  const [row] = await byNumber(runner, { number });
  return row && { ...row, decidedAt: new Date(row.decidedAt) };
};
