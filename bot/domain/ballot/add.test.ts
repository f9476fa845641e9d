import { expect, it } from 'vitest';
import { addBallots } from './add.ts';
import type { Ballot } from './bulletin.ts';
import { booth, cast, summed } from './testing.ts';

const { paper, random } = booth('add');
const ballots = cast(paper, [0, 1, 2], random);
const [first, second, third] = ballots as [Ballot, Ballot, Ballot];

it('adds to the same sums in any order', () => {
  expect(summed(paper, [third, first, second])).toEqual(summed(paper, ballots));
  expect(summed(paper, [first, second])).not.toEqual(summed(paper, ballots));
});

it('names the ballot that cannot be added', () => {
  expect(addBallots(paper, [first, { ...second, category: 'manajerial' }])).toEqual({
    fault: 'category',
    ballot: 1,
  });
  expect(addBallots(paper, [{ ...first, entries: first.entries.slice(1) }])).toEqual({
    fault: 'length',
    ballot: 0,
  });
  const entries = third.entries.map((entry) => ({ ...entry, beta: 'ff'.repeat(32) }));
  expect(addBallots(paper, [first, second, { ...third, entries }])).toEqual({ fault: 'encoding', ballot: 2 });
});

it('refuses a copy, whole or of one entry', () => {
  expect(addBallots(paper, [first, second, first])).toEqual({ fault: 'repeated', ballot: 2 });
  const entries = second.entries.map((entry, at) => (at === 2 ? (first.entries[0] ?? entry) : entry));
  expect(addBallots(paper, [first, { ...second, entries }])).toEqual({ fault: 'repeated', ballot: 1 });
  const twice = third.entries.map((entry, at) => (at === 1 ? (third.entries[0] ?? entry) : entry));
  expect(addBallots(paper, [{ ...third, entries: twice }])).toEqual({ fault: 'repeated', ballot: 0 });
});
