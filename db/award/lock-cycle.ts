import { sql } from 'drizzle-orm';
import type { AwardNow } from '../../bot/domain/award/award-now.ts';
import { prepared, type Runner } from '../prepared.ts';
import { awardNamed } from '../reads/award/current.ts';

const p = sql.placeholder;

const lock = prepared<{ id: number }>(
  sql`select id::int as id from award_cycle where code = ${p('code')} for update`,
);

const keep = prepared(sql`
update award_cycle set furthest = ${p('standing')}::text::jsonb
where id = ${p('cycle')}::bigint and furthest is distinct from ${p('standing')}::text::jsonb`);

/** The moment of a change of the award, and the agency's zone. */
export type Moment = { at: Date; zone: string };

/**
 * Takes a cycle for oneself until the transaction ends, and reads how it stands; none of this name: null. What it says of the
 * standing is kept, so that a clock moved back reopens nothing.
 */
export const lockCycle = async (
  runner: Runner,
  code: string,
  { at, zone }: Moment,
): Promise<AwardNow | null> => {
  const [row] = await lock(runner, { code });
  const award = row ? await awardNamed(runner, code, at, zone) : null;
  if (award) await keep(runner, { cycle: award.id, standing: JSON.stringify(award.standing) });
  return award;
};
