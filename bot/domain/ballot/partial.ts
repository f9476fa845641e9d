import type { CategoryShare, CategorySum, Ciphertext, Member, PartialDecryption } from './bulletin.ts';
import { type Commitments, commitmentsOf, proveEqualLogs } from './equal-logs.ts';
import { type Random, readPoint, readScalar, times, writePoint, writeScalar } from './group.ts';
import { commitmentOf, isShareOf, members, type Share } from './keys.ts';
import type { Paper } from './paper.ts';
import { bytesOfHex, challenge } from './transcript.ts';
import { readEntry } from './verify-ballot.ts';

/** Why a member's part of the opening does not count; `entry` from 0 where one entry is to blame. */
export type ShareFault =
  | { readonly fault: 'share' | 'category' | 'length'; readonly member: Member }
  | { readonly fault: 'sum' | 'encoding' | 'proof'; readonly member: Member; readonly entry: number };

/**
 * One member's part in opening the sums of a category, with proofs against the commitment to the share (Cramer, Gennaro,
 * Schoenmakers 1997). It opens whatever it is given: hand in sums of all ballots, never one ballot. A share of another key
 * is told as `share`, before anything is opened.
 */
export function openPartly(
  paper: Paper,
  sum: CategorySum,
  share: Share,
  random: Random,
): CategoryShare | ShareFault {
  const { member, secret } = share;
  if (!isShareOf(paper.key, share)) return { fault: 'share', member };
  if (sum.category !== paper.category) return { fault: 'category', member };
  if (sum.entries.length !== paper.entries) return { fault: 'length', member };
  const entries: PartialDecryption[] = [];
  for (const [entry, cipher] of sum.entries.entries()) {
    const alpha = readEntry(cipher)?.alpha;
    if (!alpha) return { fault: 'sum', member, entry };
    const partial = writePoint(times(alpha, secret));
    const asked = (commitments: Commitments) => hashed(paper, entry, member, cipher, partial, commitments);
    const { c, s } = proveEqualLogs(alpha, secret, asked, random);
    entries.push({ partial, c: writeScalar(c), s: writeScalar(s) });
  }
  return { member, category: paper.category, entries };
}

/** The first thing wrong with a member's part (`share`: there is no such member), or nothing: then it was made with the share that the key commits to. */
export function verifyShare(paper: Paper, sum: CategorySum, share: CategoryShare): ShareFault | undefined {
  const { member } = share;
  if (!members.includes(member)) return { fault: 'share', member };
  if (share.category !== paper.category || sum.category !== paper.category)
    return { fault: 'category', member };
  if (share.entries.length !== paper.entries || sum.entries.length !== paper.entries)
    return { fault: 'length', member };
  const commitment = commitmentOf(paper.key, member);
  for (const [entry, opened] of share.entries.entries()) {
    const cipher = sum.entries[entry];
    const alpha = cipher && readEntry(cipher)?.alpha;
    if (!alpha) return { fault: 'sum', member, entry };
    const partial = readPoint(opened.partial);
    const [c, s] = [readScalar(opened.c), readScalar(opened.s)];
    if (!partial || c === undefined || s === undefined) return { fault: 'encoding', member, entry };
    const commitments = commitmentsOf({ base: alpha, one: commitment, two: partial }, c, s);
    if (c !== hashed(paper, entry, member, cipher, opened.partial, commitments))
      return { fault: 'proof', member, entry };
  }
  return undefined;
}

function hashed(
  paper: Paper,
  entry: number,
  member: Member,
  { alpha, beta }: Ciphertext,
  partial: string,
  commitments: Commitments,
): bigint {
  const commitment = commitmentOf(paper.key, member).toBytes();
  return challenge('pendopo/award/v1/partial', [
    paper.digest,
    entry,
    member,
    commitment,
    ...[alpha, beta, partial].map(bytesOfHex),
    ...commitments.map((point) => point.toBytes()),
  ]);
}
