import type { Member } from '../ballot/bulletin.ts';
import type { OpenedEntry } from './check-share.ts';
import { base, combined, inverse, nothing, type Point } from './curve.ts';
import type { Finding } from './finding.ts';

/** What two members open of one category, entry by entry; nothing where a proof of theirs does not hold. */
export type Opening = { member: Member; opened: readonly (OpenedEntry | undefined)[] };

/** Shamir's interpolation at 0 for two places: one's part is other / (other - one). */
const part = (one: Member, other: Member): bigint => BigInt(other) * inverse(BigInt(other - one));

/** m times G, which two partial decryptions leave of a sum. */
const opened = (one: OpenedEntry, other: OpenedEntry, i: Member, j: Member): Point =>
  combined([1n, one.sum.beta], [-part(i, j), one.partial], [-part(j, i), other.partial]);

/** The votes whose multiple of G it is: those that are said, however many, or else those found by counting up. */
const counted = (point: Point, says: number | undefined, most: number): number | undefined => {
  const isVotes = says !== undefined && Number.isSafeInteger(says) && says >= 0;
  if (isVotes && combined([BigInt(says), base]).equals(point)) return says;
  let reached = nothing;
  for (let votes = 0; votes <= most; votes += 1) {
    if (reached.equals(point)) return votes;
    reached = reached.add(base);
  }
  return undefined;
};

/**
 * The votes of one category counted anew from what two members opened. An entry is left out when one of them did not
 * open it rightly or they opened different sums: that is a finding already, and says nothing about the total.
 */
export function checkTotals(
  category: string,
  votes: readonly number[],
  ballots: number,
  entries: number,
  [left, right]: readonly [Opening, Opening],
): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < Math.max(entries, votes.length); at += 1) {
    const [one, other, says] = [left.opened[at], right.opened[at], votes[at]];
    const isKnown =
      one && other && one.sum.beta.equals(other.sum.beta) && one.sum.alpha.equals(other.sum.alpha);
    if (at < entries && !isKnown) continue;
    const found = isKnown ? counted(opened(one, other, left.member, right.member), says, ballots) : undefined;
    if (says === undefined || found !== says)
      findings.push({ code: 'total', category, entry: at + 1, says, counted: found });
  }
  return findings;
}
