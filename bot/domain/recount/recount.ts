import type { Ballot, Bulletin, HashHex, Member } from '../ballot/bulletin.ts';
import { checkCategory, type Numbered } from './check-category.ts';
import { checkOrder } from './check-order.ts';
import { checkReceipts } from './check-receipts.ts';
import { checkTies } from './check-ties.ts';
import type { Finding } from './finding.ts';
import { readKey, statementOf } from './statement.ts';

/** What somebody knows from elsewhere and holds the bulletin against; `progress` is told behind each ballot. */
export type HeldAgainst = {
  rulesHash?: HashHex;
  rollHash?: HashHex;
  /** Hashes of receipts that people hold. */
  receipts?: readonly HashHex[];
  progress?: (ballots: number, of: number) => void;
};

/**
 * Everything in which a bulletin, as `readBulletin` gives it, does not add up; nothing when all is well. A second count for
 * anyone: it shares with the tally only the format of `Bulletin`, and opens no ballot. It cannot know who stood on the roll,
 * nor whether a ballot and its receipt, or a whole category, were left out before publication: that is for the voters, who
 * hold receipts.
 */
export function recount(bulletin: Bulletin, against: HeldAgainst = {}): Finding[] {
  const { rulesHash, rollHash, receipts = [], progress } = against;
  const wrongHash = (of: 'rules' | 'roll', said: HashHex, known: HashHex | undefined): Finding[] =>
    known === undefined || known === said ? [] : [{ code: 'hash', of }];
  return [
    ...wrongHash('rules', bulletin.rules_hash, rulesHash),
    ...wrongHash('roll', bulletin.roll_hash, rollHash),
    ...checkOrder(bulletin),
    ...strayBallots(bulletin),
    ...copied(bulletin.ballots),
    ...checkReceipts(bulletin, receipts),
    ...checkMembers(bulletin),
    ...checkCategories(bulletin, progress),
    ...checkTies(bulletin),
  ];
}

function checkCategories(bulletin: Bulletin, progress: HeldAgainst['progress']): Finding[] {
  const key = readKey(bulletin);
  if (!key) return [{ code: 'key' }];
  const of = new Map<string, Numbered[]>();
  bulletin.ballots.forEach((ballot, at) => {
    const among = of.get(ballot.category) ?? [];
    among.push({ ballot, number: at + 1 });
    of.set(ballot.category, among);
  });
  let done = 0;
  const tick = () => {
    done += 1;
    progress?.(done, bulletin.ballots.length);
  };
  return bulletin.categories.flatMap((category) =>
    checkCategory(bulletin, statementOf(bulletin, category, key), of.get(category.category) ?? [], tick),
  );
}

/** Ballots of a category that is not on the list: they would be in no sum. */
function strayBallots({ categories, ballots }: Bulletin): Finding[] {
  const known = new Set(categories.map(({ category }) => category));
  return ballots.flatMap(({ category }, at): Finding[] =>
    known.has(category) ? [] : [{ code: 'ballot', ballot: at + 1, category, fault: 'category' }],
  );
}

/** Ballots with an `alpha` that stands earlier too: whoever copies a ballot learns how another voted (Cortier, Smyth 2011). */
function copied(ballots: readonly Ballot[]): Finding[] {
  const seen = new Set<string>();
  return ballots.flatMap(({ category, entries }, at): Finding[] => {
    const again = entries.map(({ alpha }) => {
      const isKnown = seen.has(alpha);
      seen.add(alpha);
      return isKnown;
    });
    const entry = again.indexOf(true) + 1;
    return entry > 0 ? [{ code: 'ballot', ballot: at + 1, category, entry, fault: 'copied' }] : [];
  });
}

/** Two members open, the same two everywhere: a third could choose which result to show. */
function checkMembers({ categories, shares }: Bulletin): Finding[] {
  const of = (name: string): Member[] =>
    shares.filter(({ category }) => category === name).map(({ member }) => member);
  const pairs = categories
    .map(({ category }) => [...new Set(of(category))])
    .filter((pair) => pair.length === 2);
  const isSame = (members: readonly Member[]) =>
    members.length === 2 && pairs[0]?.every((member) => members.includes(member)) === true;
  return categories.flatMap(({ category }): Finding[] => {
    const members = of(category);
    return isSame(members) ? [] : [{ code: 'members', category, members }];
  });
}
