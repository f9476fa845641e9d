import { addBallots } from '../../ballot/add.ts';
import type { Ballot, Bulletin, Member } from '../../ballot/bulletin.ts';
import { encryptBallot } from '../../ballot/encrypt.ts';
import { splitKey } from '../../ballot/keys.ts';
import { paperOf } from '../../ballot/paper.ts';
import { openPartly } from '../../ballot/partial.ts';
import { newReceipt, receiptHash } from '../../ballot/receipt.ts';
import { tally } from '../../ballot/tally.ts';
import { dice, sure } from '../../ballot/testing.ts';
import { tiesOf } from '../../ballot/ties.ts';

/** A vote as it was: who stood, and what was chosen, by the number of the candidate; the last number is blank. */
export type Poll = { category: string; candidates: readonly string[]; choices: readonly number[] };

const bySize = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** The bulletin that the service itself would publish of these polls, opened by two members. */
export function bulletinOf(
  seed: string,
  polls: readonly Poll[],
  pair: readonly [Member, Member] = [1, 3],
): Bulletin {
  const random = dice(seed);
  const { publicKey, shares } = splitKey(random);
  const election = { cycle: 'asn-2027', rules_hash: '5e'.repeat(32), public_key: publicKey };
  const counted = polls.map(({ category, candidates, choices }) => {
    const paper = sure(paperOf(election, { category, candidates }));
    const ballots = choices
      .map((choice): Ballot => sure(encryptBallot(paper, choice, random)))
      .sort((left, right) => bySize(left.entries[0]?.alpha ?? '', right.entries[0]?.alpha ?? ''));
    const sum = sure(addBallots(paper, ballots));
    const [one, other] = pair.map((member) =>
      sure(openPartly(paper, sum, sure(shares.find((share) => share.member === member)), random)),
    );
    const opened = [sure(one), sure(other)] as const;
    const total = sure(tally(paper, sum, ballots.length, opened));
    const hashes = ballots.map(() => receiptHash(newReceipt(random))).sort(bySize);
    return { category, candidates, ballots, sum, opened, total, hashes };
  });
  return {
    cycle: election.cycle,
    rules_hash: election.rules_hash,
    roll_hash: 'c0'.repeat(32),
    categories: counted.map(({ category, candidates }) => ({ category, candidates })),
    public_key: publicKey,
    receipts: counted.map(({ category, hashes }) => ({ category, hashes })),
    ballots: counted.flatMap(({ ballots }) => ballots),
    sums: counted.map(({ sum }) => sum),
    shares: counted.flatMap(({ opened }) => opened),
    totals: counted.map(({ total }) => total),
    ties: counted.flatMap(({ category, candidates, total }) => tiesOf({ category, candidates }, total)),
  };
}

/** Two categories, seven and five ballots, with a tie and a blank ballot. */
export const polls: readonly Poll[] = [
  { category: 'manajerial', candidates: ['Ayu', 'Bima', 'Citra'], choices: [0, 1, 0, 2, 3, 1, 0] },
  { category: 'pelaksana', candidates: ['Dewi', 'Eko'], choices: [0, 1, 1, 0, 2] },
];
