import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bulletin, Member } from './bulletin.ts';
import { splitKey, writeShare } from './keys.ts';
import { paperOf } from './paper.ts';
import { newReceipt, receiptHash } from './receipt.ts';
import { tally } from './tally.ts';
import { cast, dice, opened, rulesHash, summed, sure } from './testing.ts';
import { tiesOf } from './ties.ts';
import { verifyBallot } from './verify-ballot.ts';

type Vector = {
  readonly seed: string;
  readonly choices: Readonly<Record<string, readonly number[]>>;
  readonly openers: readonly [Member, Member];
  readonly receipts: Readonly<Record<string, readonly string[]>>;
  readonly shares: readonly string[];
  readonly bulletin: Bulletin;
};

const vector: Vector = JSON.parse(
  readFileSync(new URL('fixtures/small-election.json', import.meta.url), 'utf8'),
);

/** The vote told by a vector, played again: key, then ballots and receipts by category, then what the openers open. */
function replay({ seed, choices, openers, bulletin: { categories, cycle, roll_hash } }: Vector): Vector {
  const random = dice(seed);
  const { publicKey, shares } = splitKey(random);
  const election = { cycle, rules_hash: rulesHash, public_key: publicKey };
  const voted = categories.map((category) => {
    const paper = sure(paperOf(election, category));
    const ballots = cast(paper, choices[category.category] ?? [], random);
    const codes = ballots.map(() => newReceipt(random));
    ballots.sort((one, other) => ((one.entries[0]?.alpha ?? '') < (other.entries[0]?.alpha ?? '') ? -1 : 1));
    return { category, paper, ballots, codes, sum: summed(paper, ballots) };
  });
  const counted = voted.map(({ category, paper, ballots, sum }) => {
    const parts = openers.map((opener) =>
      opened(paper, sum, sure(shares.find(({ member }) => member === opener)), random),
    );
    const [one, other] = [sure(parts[0]), sure(parts[1])];
    const total = sure(tally(paper, sum, ballots.length, [one, other]));
    return { parts, total, ties: tiesOf(category, total) };
  });
  return {
    seed,
    choices,
    openers,
    receipts: Object.fromEntries(voted.map(({ category, codes }) => [category.category, codes])),
    shares: shares.map(writeShare),
    bulletin: {
      ...{ cycle, rules_hash: rulesHash, roll_hash, categories, public_key: publicKey },
      receipts: voted.map(({ category: { category }, codes }) => ({
        category,
        hashes: codes.map(receiptHash).sort(),
      })),
      ballots: voted.flatMap(({ ballots }) => ballots),
      sums: voted.map(({ sum }) => sum),
      shares: counted.flatMap(({ parts }) => parts),
      totals: counted.map(({ total }) => total),
      ties: counted.flatMap(({ ties }) => ties),
    },
  };
}

describe('the vector of a small election', () => {
  it('comes out again to the last byte', () => {
    expect(replay(vector)).toEqual(vector);
  });

  it('holds votes that are written in it nowhere but in the totals', () => {
    expect(vector.bulletin.totals.map(({ votes }) => votes)).toEqual([
      [1, 1, 2],
      [0, 0],
    ]);
    expect(vector.bulletin.ties).toEqual([
      { category: 'manajerial', votes: 1, candidates: ['Ayu Lestari', 'Bima Saputra'] },
    ]);
  });

  it('holds ballots that count', () => {
    const { bulletin } = vector;
    const paper = sure(paperOf(bulletin, sure(bulletin.categories[0])));
    expect(bulletin.ballots.map((ballot) => verifyBallot(paper, ballot))).toEqual(Array(4).fill(undefined));
  });
});
