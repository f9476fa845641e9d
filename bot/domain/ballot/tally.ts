import type { CategoryShare, CategorySum, CategoryTotal, Member } from './bulletin.ts';
import { countUp } from './count-up.ts';
import { type Point, readPoint, scalars } from './group.ts';
import type { Paper } from './paper.ts';
import { type ShareFault, verifyShare } from './partial.ts';

/** Why there is no total: a share that does not hold, one member twice, or sums that hold no such votes. */
export type TallyFault =
  | ShareFault
  | { readonly fault: 'same-member' }
  | { readonly fault: 'count'; readonly entry?: number };

/**
 * The votes of a category from its sums and any two members' parts (Lagrange at 0). Both parts are verified first, so a
 * fault names the member. `ballots` is how many were added: `count` means that an entry holds more, or that the entries
 * together do not hold one vote a ballot.
 */
export function tally(
  paper: Paper,
  sum: CategorySum,
  ballots: number,
  [left, right]: readonly [CategoryShare, CategoryShare],
): CategoryTotal | TallyFault {
  if (left.member === right.member) return { fault: 'same-member' };
  const fault = verifyShare(paper, sum, left) ?? verifyShare(paper, sum, right);
  if (fault) return fault;
  const votes: number[] = [];
  for (const [entry, { beta }] of sum.entries.entries()) {
    const hidden = readPoint(beta);
    const parts = [part(left, entry, right.member), part(right, entry, left.member)];
    const [one, other] = parts;
    if (!hidden || !one || !other) return { fault: 'count', entry };
    const found = countUp(hidden.subtract(one).subtract(other), ballots);
    if (found === undefined) return { fault: 'count', entry };
    votes.push(found);
  }
  const together = votes.reduce((total, one) => total + one, 0);
  return together === ballots ? { category: paper.category, votes } : { fault: 'count' };
}

/** A member's partial decryption times that member's weight beside the other: other / (other − member). */
function part(share: CategoryShare, entry: number, other: Member): Point | undefined {
  const partial = readPoint(share.entries[entry]?.partial ?? '');
  const away = scalars.create(BigInt(other - share.member));
  return partial?.multiplyUnsafe(scalars.mul(BigInt(other), scalars.inv(away)));
}
