import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import { prepared, type Runner } from '../prepared.ts';
import { type MinutesAbout, type MinutesFacts, minutesWords } from '../reads/award/minutes.ts';

const p = sql.placeholder;

const insert = prepared(sql`
insert into award_minutes (cycle_id, about, category, words, by_id, at)
values (${p('cycle')}::bigint, ${p('about')}, ${p('category')}::text, ${p('words')}, ${p('by')}::bigint, ${p('at')}::timestamptz)`);

/** Adds an entry to the *berita acara*: figures by which anybody can follow it, and the committee's words where it gave any. */
export const writeMinutes = async (
  runner: Runner,
  {
    cycle,
    about,
    category = null,
    facts = {},
    text = '',
    by = null,
  }: {
    cycle: number;
    about: MinutesAbout;
    category?: AwardCategory | null;
    facts?: MinutesFacts;
    text?: string;
    by?: number | null;
  },
  at: Date,
): Promise<void> => {
  const words = minutesWords(facts, text);
  await insert(runner, { cycle, about, category, words, by, at: at.toISOString() });
};

/** How many voted, as minutes may say it: fewer than five are told nowhere. */
export const castFacts = (cast: number): Pick<MinutesFacts, 'cast' | 'small'> =>
  cast < smallGroup ? { small: true } : { cast };
