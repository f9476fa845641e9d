import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../bot/domain/award/award-now.ts';
import type { Ballot } from '../../bot/domain/ballot/bulletin.ts';
import { type Election, paperOf } from '../../bot/domain/ballot/paper.ts';
import { prepared, type Runner } from '../prepared.ts';
import { papersOf } from '../reads/award/roll.ts';
import { allHold } from './all-hold.ts';
import { castFacts, writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

const findBallots = prepared<{ category: AwardCategory; ballot: Ballot }>(sql`
select category, ballot from award_ballot where cycle_id = ${p('cycle')}::bigint`);

const countMarks = prepared<{ category: AwardCategory; voted: number; receipts: number }>(sql`
select category, sum(voted)::int as voted, sum(receipt)::int as receipts from (
  select category, 1 as voted, 0 as receipt from award_participation where cycle_id = ${p('cycle')}::bigint
  union all select category, 0, 1 from award_receipt where cycle_id = ${p('cycle')}::bigint) as marks group by category`);

const insertCast = prepared(sql`
insert into award_cast (cycle_id, category, place, ballot)
select ${p('cycle')}::bigint, category, (row_number() over (partition by category order by ballot #>> '{entries,0,alpha}' collate "C"))::int, ballot
from award_ballot where cycle_id = ${p('cycle')}::bigint order by category, ballot #>> '{entries,0,alpha}' collate "C"`);

const emptyUrn = prepared(sql`delete from award_ballot where cycle_id = ${p('cycle')}::bigint`);

const sortMarks = prepared(sql`
with gone as (delete from award_participation where cycle_id = ${p('cycle')}::bigint returning category, employee_id, day)
select category, employee_id::text as employee, day::text as day from gone order by category, employee_id`);

const insertMarks = prepared(sql`
insert into award_participation (cycle_id, category, employee_id, day)
select ${p('cycle')}::bigint, * from unnest(${p('categories')}::text[], ${p('employees')}::bigint[], ${p('days')}::date[])`);

const sortReceipts = prepared(sql`
with gone as (delete from award_receipt where cycle_id = ${p('cycle')}::bigint returning category, hash)
select category, hash from gone order by category, hash collate "C"`);

const insertReceipts = prepared(sql`
insert into award_receipt (cycle_id, category, hash)
select ${p('cycle')}::bigint, * from unnest(${p('categories')}::text[], ${p('hashes')}::text[])`);

const setClosed = prepared(
  sql`update award_cycle set closed_at = ${p('at')}::timestamptz where id = ${p('cycle')}::bigint`,
);

/** Why the urn is not emptied: a ballot that does not hold, or numbers that differ. Nothing is changed then. */
export type Broken = {
  category: AwardCategory;
  fault: 'ballot' | 'numbers';
  ballots: number;
  voted: number;
  receipts: number;
};

/** What every proof of a cycle is bound to. */
export const electionOf = ({
  code,
  rulesHash,
  publicKey,
}: Pick<AwardNow, 'code' | 'rulesHash' | 'publicKey'>): Election => ({
  cycle: code,
  rules_hash: rulesHash,
  public_key: publicKey,
});

/** Verifies every ballot that lies in the urn, and that there are as many as marks and receipts. */
const inspect = async (
  tx: Runner,
  award: AwardNow,
  rows: readonly { category: AwardCategory; ballot: Ballot }[],
) => {
  const cycle = award.id;
  const [marks, papers] = [await countMarks(tx, { cycle }), await papersOf(tx, cycle)];
  const cast = new Map<AwardCategory, number>();
  const broken: Broken[] = [];
  for (const category of new Set([...award.cycle.categories, ...rows.map((row) => row.category)])) {
    const ballots = rows.filter((row) => row.category === category).map(({ ballot }) => ballot);
    const { voted = 0, receipts = 0 } = marks.find((one) => one.category === category) ?? {};
    const candidates = (papers.get(category) ?? []).map(({ name }) => name);
    const paper = paperOf(electionOf(award), { category, candidates });
    const holds = paper === undefined ? ballots.length === 0 : await allHold(paper, ballots);
    const facts = { category, ballots: ballots.length, voted, receipts };
    if (!holds) broken.push({ ...facts, fault: 'ballot' });
    else if (voted !== ballots.length || receipts !== ballots.length)
      broken.push({ ...facts, fault: 'numbers' });
    cast.set(category, ballots.length);
  }
  return { cast, broken };
};

/**
 * Empties the urn of a cycle that is locked: every ballot is verified and counted against marks and receipts, then all three
 * are written anew in orders that tell nothing (ballots by their first `alpha`, which is an order by lot; marks by employee;
 * receipts by hash), for the order of rows is a link too.
 */
export const emptyTheUrn = async (
  tx: Runner,
  award: AwardNow,
  at: Date,
): Promise<ReadonlyMap<AwardCategory, number> | readonly Broken[]> => {
  const cycle = award.id;
  const { cast, broken } = await inspect(tx, award, await findBallots(tx, { cycle }));
  if (broken.length > 0) return broken;
  await insertCast(tx, { cycle });
  await emptyUrn(tx, { cycle });
  const marks = await sortMarks(tx, { cycle });
  const column = (rows: readonly Record<string, unknown>[], name: string) => rows.map((row) => row[name]);
  await insertMarks(tx, {
    cycle,
    categories: column(marks, 'category'),
    employees: column(marks, 'employee'),
    days: column(marks, 'day'),
  });
  const receipts = await sortReceipts(tx, { cycle });
  await insertReceipts(tx, {
    cycle,
    categories: column(receipts, 'category'),
    hashes: column(receipts, 'hash'),
  });
  await setClosed(tx, { cycle, at: at.toISOString() });
  for (const [category, count] of cast)
    await writeMinutes(tx, { cycle, about: 'closed', category, facts: castFacts(count) }, at);
  return cast;
};

/** The tables whose pages still hold what stood there before the close. */
const urns = ['award_ballot', 'award_participation', 'award_receipt'] as const;

/**
 * Rewrites those tables whole, so that no old page keeps the order in which people voted; outside of any transaction. False
 * where the role may not, and then whoever keeps the database has to: `vacuum full`.
 */
export const sweepUrn = async (runner: Runner): Promise<boolean> => {
  const swept = await Promise.all(
    urns.map(async (table) => {
      const [row] = await runner.unsafe<{ owns: boolean }[]>(
        `select pg_has_role(relowner, 'usage') as owns from pg_class where oid = '${table}'::regclass`,
      );
      if (row?.owns) await runner.unsafe(`vacuum full ${table}`);
      return row?.owns === true;
    }),
  );
  return swept.every(Boolean);
};
