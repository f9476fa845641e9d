import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { Voter } from '../../../bot/domain/award/roll.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const findRoll = prepared<Voter>(sql`
select employee_id::int as id, nip, unit_code as office from award_roll where cycle_id = ${p('cycle')}::bigint order by nip`);

const findVoted = prepared<{ category: AwardCategory; id: number }>(sql`
select category, employee_id::int as id from award_participation where cycle_id = ${p('cycle')}::bigint`);

const findPaper = prepared<{
  category: AwardCategory;
  nominee: number;
  paper: number;
  name: string;
  nip: string;
}>(sql`
select n.category, n.id::int as nominee, n.paper, n.paper_name as name, e.nip
from award_nominee n join employee e on e.id = n.employee_id
where n.cycle_id = ${p('cycle')}::bigint and n.paper is not null order by n.category, n.paper`);

/** Who may vote in a cycle, by NIP; nobody before it is frozen. */
export const rollOfCycle = (runner: Runner, cycle: number): Promise<Voter[]> => findRoll(runner, { cycle });

/** Who has voted, a category; never joined to a ballot, for nothing joins them. */
export const votedIn = async (
  runner: Runner,
  cycle: number,
): Promise<ReadonlyMap<AwardCategory, ReadonlySet<number>>> => {
  const rows = await findVoted(runner, { cycle });
  const by = Map.groupBy(rows, ({ category }) => category);
  return new Map([...by].map(([category, all]) => [category, new Set(all.map(({ id }) => id))]));
};

/** A candidate by their place on the ballot paper; `name` as the bulletin has it. */
export type OnPaper = { nominee: number; paper: number; name: string; nip: string };

/** The ballot papers as fixed: candidates of each category in their order. */
export const papersOf = async (
  runner: Runner,
  cycle: number,
): Promise<ReadonlyMap<AwardCategory, readonly OnPaper[]>> => {
  const rows = await findPaper(runner, { cycle });
  const by = Map.groupBy(rows, ({ category }) => category);
  return new Map([...by].map(([category, all]) => [category, all]));
};
