import { sql } from 'drizzle-orm';
import type { Reply } from '../../../bot/conversation/reply.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';

const findNominators = prepared<{ by: number }>(sql`
select by_id::int as by from award_nomination where nominee_id = ${sql.placeholder('nominee')}::bigint and not void order by by_id`);

/** Everybody whose word for a nominee stands, by number. */
export const nominatorsOf = async (runner: Runner, nominee: number): Promise<number[]> =>
  (await findNominators(runner, { nominee })).map(({ by }) => by);

/** Writes to several employees what became of whom they named. */
export const tellNominators = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { nominators, say }: { nominators: readonly number[]; say: Reply },
  at: Date,
): Promise<void> => {
  for (const employee of nominators) await tellEmployee(runner, seal, city, { employee, say }, at);
};
