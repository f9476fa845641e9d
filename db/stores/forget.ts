import type { Database } from '../database.ts';
import { forgetAgain } from '../retention/forget-again.ts';
import { rules } from '../retention/rules.ts';
import type { Seal } from '../sealed.ts';

/** Rows that one statement takes: long enough to be quick, short enough to keep nobody waiting for a lock. */
const atOnce = 1000;

const dayMs = 86_400_000;

/**
 * Takes away what has been kept long enough, rule by rule and in batches, and first what people asked to be forgotten
 * that could not go at once (a running report that has ended since). Returns how many rows it took.
 */
export const forget = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  now: Date,
): Promise<number> => {
  await forgetAgain({ sql: pool }, seal);
  let gone = 0;
  for (const { days, take } of rules) {
    const before = new Date(now.getTime() - days * dayMs).toISOString();
    for (let took = atOnce; took === atOnce; gone += took)
      took = await take(pool, { before, most: atOnce }, seal);
  }
  return gone;
};
