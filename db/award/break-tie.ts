import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import { prepared } from '../prepared.ts';
import { papersOf } from '../reads/award/roll.ts';
import { lockCycle, type Moment } from './lock-cycle.ts';
import { writeMinutes } from './write-minutes.ts';

const findCounted = prepared<{ counted: boolean }>(
  sql`select bulletin is not null as counted from award_cycle where id = ${sql.placeholder('cycle')}::bigint`,
);

export type Broken =
  | { is: 'unknown' | 'uncounted' | 'decided' | 'no-category' }
  | { is: 'no-candidate'; nip: string }
  | { is: 'kept'; order: readonly string[] };

/** Keeps the committee's order of candidates who share a place, as minutes; the ranking reads it as its last step, *komite*. */
export const breakTie = (
  pool: Sql,
  code: string,
  { category, nips, text }: { category: AwardCategory; nips: readonly string[]; text: string },
  { at, zone }: Moment,
): Promise<Broken> =>
  pool.begin(async (tx): Promise<Broken> => {
    const award = await lockCycle(tx, code, { at, zone });
    if (!award) return { is: 'unknown' };
    if (award.decided) return { is: 'decided' };
    const cycle = award.id;
    if (!(await findCounted(tx, { cycle }))[0]?.counted) return { is: 'uncounted' };
    const candidates = (await papersOf(tx, cycle)).get(category);
    if (!candidates) return { is: 'no-category' };
    const order = nips.map((nip) => candidates.find((one) => one.nip === nip));
    const stranger = nips.find((_, at) => order[at] === undefined);
    if (stranger !== undefined) return { is: 'no-candidate', nip: stranger };
    const ranked = order.flatMap((one) => one ?? []);
    const facts = { order: ranked.map(({ paper }) => paper) };
    await writeMinutes(tx, { cycle, about: 'tie', category, facts, text }, at);
    return { is: 'kept', order: ranked.map(({ name }) => name) };
  });
