import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryShare } from './bulletin.ts';
import { generator, readPoint, writePoint } from './group.ts';
import { tally } from './tally.ts';
import { booth, cast, forged, opened, summed } from './testing.ts';

const { paper, random, shares } = booth('tally');
const choices = [0, 1, 1, 2, 0, 1];
const sum = summed(paper, cast(paper, choices, random));
const [one, two, three] = shares.map((share) => opened(paper, sum, share, random)) as [
  CategoryShare,
  CategoryShare,
  CategoryShare,
];

it('counts the same for every pair of shares, whoever comes first', () => {
  for (const [left, right] of [
    [one, two],
    [one, three],
    [two, three],
    [three, one],
  ] as const)
    expect(tally(paper, sum, 6, [left, right])).toEqual({ category: 'pelaksana', votes: [2, 3, 1] });
});

it('counts 200 random elections as they were cast, whichever two members open them', () => {
  const elections = fc.record({
    seed: fc.string(),
    candidates: fc.integer({ min: 1, max: 2 }),
    drawn: fc.array(fc.nat(2), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(elections, ({ seed, candidates, drawn }) => {
      const here = booth(seed, ['Ayu', 'Bima'].slice(0, candidates));
      const ballots = drawn.map((choice) => Math.min(choice, candidates));
      const sums = summed(here.paper, cast(here.paper, ballots, here.random));
      const [a, b, c] = here.shares.map((share) => opened(here.paper, sums, share, here.random)) as [
        CategoryShare,
        CategoryShare,
        CategoryShare,
      ];
      const votes = Array.from({ length: candidates + 1 }, (_, at) => ballots.filter((v) => v === at).length);
      for (const [left, right] of [
        [a, b],
        [c, a],
        [b, c],
      ] as const)
        expect(tally(here.paper, sums, drawn.length, [left, right])).toEqual({
          category: 'pelaksana',
          votes,
        });
    }),
    { numRuns: 200 },
  );
}, 180_000);

describe('there is no total', () => {
  it('from one share told twice', () => {
    expect(tally(paper, sum, 6, [one, one])).toEqual({ fault: 'same-member' });
  });

  it('from a share that does not hold, and its member is named', () => {
    const entries = two.entries.map((entry, at) =>
      at === 1 ? { ...entry, partial: one.entries[1]?.partial ?? '' } : entry,
    );
    const fault = { fault: 'proof', member: 2, entry: 1 };
    expect(tally(paper, sum, 6, [one, { ...two, entries }])).toEqual(fault);
    expect(tally(paper, sum, 6, [{ ...two, entries }, three])).toEqual(fault);
  });

  it('from sums other than those that were opened', () => {
    const entries = sum.entries.map((entry, at) => {
      const beta = readPoint(entry.beta)?.add(generator);
      return at === 0 && beta ? { ...entry, beta: writePoint(beta) } : entry;
    });
    expect(tally(paper, { ...sum, entries }, 6, [one, two])).toEqual({ fault: 'proof', member: 1, entry: 0 });
  });

  it('when fewer or more ballots are said than were added', () => {
    expect(tally(paper, sum, 2, [one, two])).toEqual({ fault: 'count', entry: 1 });
    expect(tally(paper, sum, 5, [one, two])).toEqual({ fault: 'count' });
    expect(tally(paper, sum, 7, [one, two])).toEqual({ fault: 'count' });
  });

  it('when somebody added a ballot that was never verified', () => {
    const stuffed = summed(paper, [...cast(paper, choices, random), forged(paper, [-1n, 1000n, 0n], random)]);
    const [left, right] = [shares[0], shares[2]].map((share) => opened(paper, stuffed, share, random)) as [
      CategoryShare,
      CategoryShare,
    ];
    expect(tally(paper, stuffed, 7, [left, right])).toEqual({ fault: 'count', entry: 1 });
  });
});
