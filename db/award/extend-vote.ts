import type { Sql } from 'postgres';
import { isIn, isPast } from '../../bot/domain/award/standing.ts';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { Calendar } from '../../bot/domain/working-days.ts';
import { prolongVote, quorumsOf, wasProlonged } from './end-vote.ts';
import { lockCycle, type Moment } from './lock-cycle.ts';

export type Extended =
  | { is: 'unknown' | 'closed' | 'not-open' | 'was-extended' | 'quorum' }
  | { is: 'extended'; until: LocalDate };

/** Gives a vote below its quorum its one extension by the committee's minutes, before its end or behind it. */
export const extendVote = (
  pool: Sql,
  code: string,
  text: string,
  { at, zone, calendar }: Moment & { calendar: Calendar },
): Promise<Extended> =>
  pool.begin(async (tx): Promise<Extended> => {
    const award = await lockCycle(tx, code, { at, zone });
    if (!award) return { is: 'unknown' };
    if (award.closed) return { is: 'closed' };
    const begun = isIn(award.standing, 'pemungutan_suara') || isPast(award.standing, 'pemungutan_suara');
    if (!begun || !award.frozen) return { is: 'not-open' };
    if (wasProlonged(award.schedule)) return { is: 'was-extended' };
    const quorums = [...(await quorumsOf(tx, award)).values()];
    if (quorums.every(({ verdict }) => verdict === 'reached')) return { is: 'quorum' };
    return { is: 'extended', until: await prolongVote(tx, award, { at, zone, calendar }, text) };
  });
