import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { awardMinutes } from '../../schema/award.ts';

export type MinutesAbout = (typeof awardMinutes.$inferSelect)['about'];

/**
 * What minutes say as figures beside the committee's words. `order`: places on the ballot paper, the first one first, in
 * minutes of a tie; `small`: fewer than five ballots, which are never opened.
 */
export type MinutesFacts = {
  rulesHash?: string;
  rollHash?: string;
  voters?: number;
  candidates?: number;
  cast?: number;
  until?: string;
  members?: readonly number[];
  small?: true;
  order?: readonly number[];
};

/** One entry of the *berita acara*; it names nobody but the employee who wrote it, if it was one. */
export type Minutes = {
  about: MinutesAbout;
  category: AwardCategory | null;
  facts: MinutesFacts;
  text: string;
  by: number | null;
  at: Date;
};

type Row = Pick<Minutes, 'about' | 'category' | 'by'> & { words: string; at: string };

const find = prepared<Row>(sql`
select about, category, words, by_id::int as by, to_json(at) #>> '{}' as at from award_minutes
where cycle_id = ${sql.placeholder('cycle')}::bigint order by id`);

/** How both are kept in `words`: facts as JSON on the first line, the committee's own words under it. */
export const minutesWords = (facts: MinutesFacts, text = ''): string =>
  text === '' ? JSON.stringify(facts) : `${JSON.stringify(facts)}\n${text}`;

/** Reads them again; words without such a first line are text alone. */
export const readMinutesWords = (words: string): Pick<Minutes, 'facts' | 'text'> => {
  if (!words.startsWith('{')) return { facts: {}, text: words };
  const end = words.indexOf('\n');
  const first = end === -1 ? words : words.slice(0, end);
  return { facts: JSON.parse(first) as MinutesFacts, text: end === -1 ? '' : words.slice(end + 1) };
};

/** All minutes of a cycle, oldest first. */
export const minutesOf = async (runner: Runner, cycle: number): Promise<Minutes[]> =>
  (await find(runner, { cycle })).map(({ words, at, ...row }) => ({
    ...row,
    ...readMinutesWords(words),
    at: new Date(at),
  }));

/** By which order the committee broke ties: places on the ballot paper a category, the latest decision on each pair last. */
export const tieOrders = (
  minutes: readonly Minutes[],
): ReadonlyMap<AwardCategory, readonly (readonly number[])[]> => {
  const orders = new Map<AwardCategory, (readonly number[])[]>();
  for (const { about, category, facts } of minutes)
    if (about === 'tie' && category && facts.order)
      orders.set(category, [...(orders.get(category) ?? []), facts.order]);
  return orders;
};
