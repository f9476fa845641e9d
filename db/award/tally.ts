import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../bot/domain/award/award-now.ts';
import { addBallots } from '../../bot/domain/ballot/add.ts';
import type { Ballot, BallotCategory, Bulletin, Member } from '../../bot/domain/ballot/bulletin.ts';
import type { Random } from '../../bot/domain/ballot/group.ts';
import { isShareOf, readKey, type Share } from '../../bot/domain/ballot/keys.ts';
import { paperOf } from '../../bot/domain/ballot/paper.ts';
import { openPartly } from '../../bot/domain/ballot/partial.ts';
import { tally } from '../../bot/domain/ballot/tally.ts';
import { tiesOf } from '../../bot/domain/ballot/ties.ts';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import { prepared } from '../prepared.ts';
import { papersOf } from '../reads/award/roll.ts';
import { allHold } from './all-hold.ts';
import { electionOf } from './close.ts';
import { lockCycle, type Moment } from './lock-cycle.ts';
import { writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

const findCast = prepared<{ category: AwardCategory; ballot: Ballot }>(sql`
select category, ballot from award_cast where cycle_id = ${p('cycle')}::bigint order by category, place`);

const findReceipts = prepared<{ category: AwardCategory; hash: string }>(sql`
select category, hash from award_receipt where cycle_id = ${p('cycle')}::bigint order by hash collate "C"`);

const insertShare = prepared(sql`
insert into award_share (cycle_id, member, opened)
values (${p('cycle')}::bigint, ${p('member')}::smallint, ${p('opened')}::text::jsonb)`);

const setBulletin = prepared(sql`
update award_cycle set bulletin = ${p('bulletin')}::text::jsonb where id = ${p('cycle')}::bigint`);

/** What came of a count. `wrong`: a share that is not of this cycle; `fault`: ballots or sums that do not hold, and nothing was written. */
export type Tallied =
  | { is: 'unknown' | 'open' | 'same-member' }
  | { is: 'was-tallied'; bulletin: Bulletin }
  | { is: 'wrong'; members: readonly Member[] }
  | { is: 'fault'; category: AwardCategory; fault: string }
  | { is: 'tallied'; bulletin: Bulletin; small: readonly AwardCategory[] };

const findBulletin = prepared<{ bulletin: Bulletin | null }>(
  sql`select bulletin from award_cycle where id = ${p('cycle')}::bigint`,
);

type Counted = Pick<Bulletin, 'sums' | 'shares' | 'totals' | 'ties'>;

/** Adds the ballots of one category, opens the sum with both shares and counts: never a single ballot. */
const countCategory = async (
  award: AwardNow,
  category: BallotCategory,
  ballots: readonly Ballot[],
  [left, right]: readonly [Share, Share],
  random: Random,
): Promise<Counted | { fault: string }> => {
  const paper = paperOf(electionOf(award), category);
  if (!paper) return { fault: 'paper' };
  if (!(await allHold(paper, ballots))) return { fault: 'ballot' };
  const sum = addBallots(paper, ballots);
  if ('fault' in sum) return sum;
  const [one, other] = [openPartly(paper, sum, left, random), openPartly(paper, sum, right, random)];
  if ('fault' in one) return one;
  if ('fault' in other) return other;
  const total = tally(paper, sum, ballots.length, [one, other]);
  if ('fault' in total) return total;
  return { sums: [sum], shares: [one, other], totals: [total], ties: tiesOf(category, total) };
};

/** What two keepers type, lowest member first, or why it is not enough. */
const pairOf = (award: AwardNow, shares: readonly [Share, Share]): readonly [Share, Share] | Tallied => {
  const [left, right] = shares.toSorted((one, other) => one.member - other.member);
  const key = readKey(award.publicKey);
  if (!left || !right || left.member === right.member) return { is: 'same-member' };
  const wrong = [left, right].filter((share) => !key || !isShareOf(key, share));
  if (wrong.length > 0) return { is: 'wrong', members: wrong.map(({ member }) => member) };
  return [left, right];
};

/**
 * Opens the sums of a closed vote with two shares and keeps the bulletin, all or nothing. A category of fewer than five ballots
 * is neither opened nor published (groups under five are published nowhere); minutes say so, and the committee decides it.
 * The shares are used and forgotten: what is kept of them are the proofs.
 */
export const tallyVote = (
  pool: Sql,
  code: string,
  shares: readonly [Share, Share],
  { at, zone, random }: Moment & { random: Random },
): Promise<Tallied> =>
  pool.begin(async (tx): Promise<Tallied> => {
    const award = await lockCycle(tx, code, { at, zone });
    if (!award) return { is: 'unknown' };
    if (!award.closed) return { is: 'open' };
    const cycle = award.id;
    const [kept] = await findBulletin(tx, { cycle });
    if (kept?.bulletin) return { is: 'was-tallied', bulletin: kept.bulletin };
    const pair = pairOf(award, shares);
    if ('is' in pair) return pair;
    const [cast, receipts] = [await findCast(tx, { cycle }), await findReceipts(tx, { cycle })];
    const papers = await papersOf(tx, cycle);
    const ballotsOf = (name: AwardCategory) =>
      cast.filter(({ category }) => category === name).map(({ ballot }) => ballot);
    const offered = award.cycle.categories.filter((name) => papers.has(name));
    const opened = offered.filter((name) => ballotsOf(name).length >= smallGroup);
    const categories = opened.map((name) => ({
      category: name,
      candidates: (papers.get(name) ?? []).map((candidate) => candidate.name),
    }));
    const counted: Counted[] = [];
    for (const category of categories) {
      const name = category.category as AwardCategory;
      const one = await countCategory(award, category, ballotsOf(name), pair, random);
      if ('fault' in one) return { is: 'fault', category: name, fault: one.fault };
      counted.push(one);
    }
    const bulletin: Bulletin = {
      cycle: code,
      rules_hash: award.rulesHash,
      roll_hash: award.rollHash ?? '',
      categories,
      public_key: award.publicKey,
      receipts: opened.map((category) => ({
        category,
        hashes: receipts.filter((one) => one.category === category).map(({ hash }) => hash),
      })),
      ballots: opened.flatMap(ballotsOf),
      sums: counted.flatMap(({ sums }) => sums),
      shares: counted.flatMap((one) => one.shares),
      totals: counted.flatMap(({ totals }) => totals),
      ties: counted.flatMap(({ ties }) => ties),
    };
    await setBulletin(tx, { cycle, bulletin: JSON.stringify(bulletin) });
    const members = pair.map(({ member }) => member);
    for (const member of members) {
      const theirs = bulletin.shares.filter((share) => share.member === member);
      await insertShare(tx, { cycle, member, opened: JSON.stringify(theirs) });
    }
    await writeMinutes(tx, { cycle, about: 'tallied', facts: { members } }, at);
    const small = offered.filter((name) => !opened.includes(name));
    for (const category of small)
      await writeMinutes(tx, { cycle, about: 'tallied', category, facts: { small: true } }, at);
    return { is: 'tallied', bulletin, small };
  });
