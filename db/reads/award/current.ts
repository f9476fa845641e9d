import { sql } from 'drizzle-orm';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import { type Standing, standingAt } from '../../../bot/domain/award/standing.ts';
import { prepared, type Runner } from '../../prepared.ts';

type Row = Omit<AwardNow, 'standing'> & { furthest: Standing | null };

const p = sql.placeholder;

const columns = sql`select id::int as id, code, rules as cycle, rules_hash as "rulesHash", public_key as "publicKey", schedule, furthest,
  roll_hash as "rollHash", frozen_at is not null as frozen, closed_at is not null as closed,
  announced_at is not null as announced, decided_at is not null as decided from award_cycle`;

const newest = prepared<Row>(sql`${columns} order by id desc limit 1`);
const named = prepared<Row>(sql`${columns} where code = ${p('code')}`);

const awardOf = (row: Row | undefined, at: Date, zone: string): AwardNow | null => {
  if (!row) return null;
  const { furthest, ...award } = row;
  return { ...award, standing: standingAt(row.schedule, at, zone, furthest ?? undefined) };
};

/** The newest cycle as it stands at a moment; null where none was ever opened. */
export const currentAward = async (runner: Runner, at: Date, zone: string): Promise<AwardNow | null> =>
  awardOf((await newest(runner, {}))[0], at, zone);

/** The cycle of a code. */
export const awardNamed = async (
  runner: Runner,
  code: string,
  at: Date,
  zone: string,
): Promise<AwardNow | null> => awardOf((await named(runner, { code }))[0], at, zone);
