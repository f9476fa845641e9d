import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const findHats = prepared<{ id: number }>(sql`
select id::int as id from employee where active and ${p('role')} = any(roles)`);

const findNominees = prepared<{ nominee: number; employee: number }>(sql`
select n.id::int as nominee, n.employee_id::int as employee from award_nominee n join employee e on e.id = n.employee_id
where n.cycle_id = ${p('cycle')}::bigint and e.active and n.forwarded_at is not null and n.consent is distinct from 'declined' and n.verdict is distinct from 'refused'`);

const findMissing = prepared<{ id: number }>(sql`
select r.employee_id::int as id from award_roll r where r.cycle_id = ${p('cycle')}::bigint
and (select count(*) from award_participation v where v.cycle_id = r.cycle_id and v.employee_id = r.employee_id)
  < (select count(distinct n.category) from award_nominee n where n.cycle_id = r.cycle_id and n.paper is not null)`);

const countPapers = prepared<{ count: number }>(sql`
select count(*)::int as count from award_nominee where cycle_id = ${p('cycle')}::bigint and paper is not null`);

const findTold = prepared<{ told: boolean }>(sql`
select exists (select from award_told where cycle_id = ${p('cycle')}::bigint and what = ${p('what')}) as told`);

const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);

/** Active employees with a role. */
export const withRole = async (runner: Runner, role: 'committee' | 'supervisor'): Promise<number[]> =>
  ids(await findHats(runner, { role }));

/** Nominees who are still in it. */
export const nomineesIn = (
  runner: Runner,
  cycle: number,
): Promise<readonly { nominee: number; employee: number }[]> => findNominees(runner, { cycle });

/** Voters to whom a category is still open. */
export const notVoted = async (runner: Runner, cycle: number): Promise<number[]> =>
  ids(await findMissing(runner, { cycle }));

/** How many stand on the ballot papers. */
export const candidatesIn = async (runner: Runner, cycle: number): Promise<number> =>
  (await countPapers(runner, { cycle }))[0]?.count ?? 0;

/** Whether anybody was written a letter already. */
export const wasTold = async (runner: Runner, cycle: number, what: string): Promise<boolean> =>
  (await findTold(runner, { cycle, what }))[0]?.told === true;
