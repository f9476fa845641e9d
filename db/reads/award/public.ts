import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import { calledBeside } from '../../../bot/domain/award/called-beside.ts';
import { type Turnout, turnoutOf } from '../../../bot/domain/award/turnout.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { smallGroup } from '../../../bot/domain/skm/hide-small.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { awardNamed } from './current.ts';
import { type MinutesAbout, readMinutesWords } from './minutes.ts';
import { fewBallots } from './public-files.ts';
import { type PublicPlace, publicPlaces } from './public-places.ts';

const p = sql.placeholder;

/** Somebody who may be chosen, as the ballot paper names them. */
export type PublicCandidate = { category: AwardCategory; name: string; unit: string };

/** A line of the *berita acara*; `until` and `rollHash`: what a change of the schedule or of the roll led to. */
export type PublicMinute = {
  about: MinutesAbout;
  category: AwardCategory | null;
  text: string;
  until: LocalDate | null;
  rollHash: string | null;
  by: string | null;
  at: Date;
};

/** What anybody may know of a category of the vote; `turnout`: `null` where the roll is too small. */
export type PublicCategory = {
  category: AwardCategory;
  candidates: PublicCandidate[];
  turnout: Turnout | null;
};

/**
 * A cycle as everybody may see it. `vote`: from its opening on, `voters` null where they are fewer than five; `places`: once they
 * are announced, never before; `recount`: whether the bulletin is open, `small` where a category has too few ballots for that.
 */
export type PublicAward = {
  award: AwardNow;
  vote: { rollHash: string; voters: number | null; categories: PublicCategory[] } | null;
  places: PublicPlace[] | null;
  minutes: PublicMinute[];
  recount: 'open' | 'small' | null;
};

const candidates = prepared<PublicCandidate>(sql`
  select n.category, n.paper_name as name, u.name as unit from award_nominee n join unit u on u.code = n.unit_code
  where n.cycle_id = ${p('cycle')} and n.paper is not null and n.paper_name is not null order by n.category, n.paper`);

const roll = prepared<{ id: number; office: string }>(sql`
  select r.employee_id::int as id, u.name as office from award_roll r join unit u on u.code = r.unit_code
  where r.cycle_id = ${p('cycle')}`);

const voted = prepared<{ category: AwardCategory; id: number }>(sql`
  select category, employee_id::int as id from award_participation where cycle_id = ${p('cycle')}`);

const minutes = prepared<Pick<PublicMinute, 'about' | 'category' | 'by'> & { words: string; at: string }>(sql`
  select m.about, m.category, m.words, e.name as by, to_json(m.at) #>> '{}' as at from award_minutes m left join employee e on e.id = m.by_id
  where m.cycle_id = ${p('cycle')} order by m.id`);

const counted = prepared<{ few: boolean }>(sql`
  select ${fewBallots} as few from award_cycle where id = ${p('cycle')} and bulletin is not null`);

/** What is told of the count before the result is: nothing that speaks of it. */
const quiet: ReadonlySet<MinutesAbout> = new Set(['tie', 'tallied', 'announced', 'decided']);

const votes = async (
  runner: Runner,
  { id, cycle, rollHash, frozen }: AwardNow,
): Promise<PublicAward['vote']> => {
  if (!frozen || rollHash === null) return null;
  const [names, voters, marks] = await Promise.all([
    candidates(runner, { cycle: id }),
    roll(runner, { cycle: id }),
    voted(runner, { cycle: id }),
  ]);
  const by = Map.groupBy(marks, ({ category }) => category);
  return {
    rollHash,
    voters: voters.length < smallGroup ? null : voters.length,
    categories: cycle.categories.map((category) => ({
      category,
      candidates: names
        .filter((one) => one.category === category)
        .map((one) => ({ ...one, name: calledBeside(one) })),
      turnout: turnoutOf(voters, new Set(by.get(category)?.map((one) => one.id))) ?? null,
    })),
  };
};

/** The cycle of a code, or none. Who nominated whom is nowhere in it, and a nominee only once they stand on the ballot paper. */
export const publicAward = async (
  runner: Runner,
  code: string,
  at: Date,
  zone: string,
): Promise<PublicAward | null> => {
  const award = await awardNamed(runner, code, at, zone);
  if (!award) return null;
  const told = award.announced;
  const [vote, places, lines, [count]] = await Promise.all([
    votes(runner, award),
    told ? publicPlaces(runner, award) : null,
    minutes(runner, { cycle: award.id }),
    told ? counted(runner, { cycle: award.id }) : [],
  ]);
  return {
    award,
    vote,
    places,
    minutes: lines.flatMap(({ words, at, ...line }) => {
      if (!told && quiet.has(line.about)) return [];
      const { facts, text } = readMinutesWords(words);
      return [
        { ...line, at: new Date(at), text, until: facts.until ?? null, rollHash: facts.rollHash ?? null },
      ];
    }),
    recount: count ? (count.few ? 'small' : 'open') : null,
  };
};
