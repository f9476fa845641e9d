import { sql } from 'drizzle-orm';
import type { Bulletin } from '../../../bot/domain/ballot/bulletin.ts';
import { prepared, type Runner } from '../../prepared.ts';

const find = prepared<{ bulletin: Bulletin }>(sql`
select bulletin from award_cycle where bulletin is not null and (rules ->> 'year')::int <= ${sql.placeholder('year')}::int
order by id desc limit 1`);

/** The bulletin of the newest counted cycle that is no later than a year, with its fields in the order of the contract; jsonb keeps none. */
export const newestBulletin = async (runner: Runner, year: number): Promise<Bulletin | undefined> => {
  const bulletin = (await find(runner, { year }))[0]?.bulletin;
  if (!bulletin) return undefined;
  const {
    cycle,
    rules_hash,
    roll_hash,
    categories,
    public_key,
    receipts,
    ballots,
    sums,
    shares,
    totals,
    ties,
  } = bulletin;
  return {
    cycle,
    rules_hash,
    roll_hash,
    categories,
    public_key,
    receipts,
    ballots,
    sums,
    shares,
    totals,
    ties,
  };
};
