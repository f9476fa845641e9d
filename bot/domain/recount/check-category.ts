import type { Ballot, Bulletin } from '../ballot/bulletin.ts';
import { addPairs, checkBallot, type Pair, readPair, zero } from './check-ballot.ts';
import { checkShare } from './check-share.ts';
import { checkTotals } from './check-totals.ts';
import type { Finding } from './finding.ts';
import type { Statement } from './statement.ts';

/** A ballot and its number in the whole list, from 1. */
export type Numbered = { ballot: Ballot; number: number };

/** What cannot hold when cycle, rules hash, key, category or candidates are not those of the vote. */
const isProof = (finding: Finding): boolean =>
  (finding.code === 'ballot' && (finding.fault === 'not-0-or-1' || finding.fault === 'not-one-choice')) ||
  (finding.code === 'share' && finding.fault === 'proof');

/** One category from its ballots to its totals. `tick` is called behind each ballot, for a count may take minutes. */
export function checkCategory(
  bulletin: Bulletin,
  statement: Statement,
  ballots: readonly Numbered[],
  tick: () => void,
): Finding[] {
  const { category } = statement;
  const checked = ballots.map(({ ballot, number }) => {
    const { faults, pairs, held } = checkBallot(ballot, statement);
    tick();
    return {
      pairs,
      held,
      findings: faults.map((fault) => ({ code: 'ballot' as const, ballot: number, category, ...fault })),
    };
  });
  const added = checked.reduce(
    (sum, { pairs }) => (pairs ? sum.map((pair, at) => addPairs(pair, pairs[at] ?? zero)) : sum),
    Array.from({ length: statement.entries }, () => zero),
  );
  const published = bulletin.sums.find((sum) => sum.category === category)?.entries.map(readPair) ?? [];
  const shares = bulletin.shares
    .filter((share) => share.category === category)
    .map((share) => {
      const sums = added.map((pair, at) => [published[at], pair].flatMap((one) => one ?? []));
      return { member: share.member, ...checkShare(share, statement, sums) };
    });
  const proofs = [
    ...checked.flatMap(({ findings }) => findings),
    ...shares.flatMap(({ member, faults }) =>
      faults.map((fault) => ({ code: 'share' as const, member, category, ...fault })),
    ),
  ];
  const none =
    checked.length + shares.length > 1 &&
    checked.every(({ held }) => held === 0) &&
    shares.every(({ opened }) => opened.every((one) => !one));
  const [left, right] = shares;
  const votes = bulletin.totals.find((total) => total.category === category)?.votes ?? [];
  const cast = votes.reduce((sum, one) => sum + one, 0);
  return [
    ...(none && proofs.some(isProof)
      ? [{ code: 'no-proof-holds' as const, category }, ...proofs.filter((one) => !isProof(one))]
      : proofs),
    ...checkSums(category, added, published),
    ...(left && right && left.member !== right.member
      ? checkTotals(category, votes, ballots.length, statement.entries, [left, right])
      : []),
    ...(cast === ballots.length
      ? []
      : [{ code: 'votes' as const, category, votes: cast, ballots: ballots.length }]),
  ];
}

/** Whether the published sums are the ballots added up; what could not be read is not among them. */
function checkSums(
  category: string,
  added: readonly Pair[],
  published: readonly (Pair | undefined)[],
): Finding[] {
  if (published.length !== added.length) return [{ code: 'sum', category, fault: 'entries' }];
  return published.flatMap((sum, at): Finding[] => {
    const [mine, entry] = [added[at] ?? zero, at + 1];
    if (!sum) return [{ code: 'sum', category, entry, fault: 'point' }];
    const isSame = sum.alpha.equals(mine.alpha) && sum.beta.equals(mine.beta);
    return isSame ? [] : [{ code: 'sum', category, entry, fault: 'not-the-ballots' }];
  });
}
