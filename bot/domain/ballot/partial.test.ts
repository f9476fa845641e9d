import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryShare, Member, PartialDecryption } from './bulletin.ts';
import { scalars } from './group.ts';
import { openPartly, verifyShare } from './partial.ts';
import { booth, cast, opened, summed } from './testing.ts';

const { paper, random, shares } = booth('partial');
const sum = summed(paper, cast(paper, [0, 1, 1, 2], random));
const parts = shares.map((share) => opened(paper, sum, share, random));
const [part] = parts as [CategoryShare];

const bent = (
  from: CategoryShare,
  at: number,
  by: (opened: PartialDecryption) => Partial<PartialDecryption>,
) => ({
  ...from,
  entries: from.entries.map((entry, number) => (number === at ? { ...entry, ...by(entry) } : entry)),
});

const turned = (text: string, digit: number, bit: number): string =>
  text.slice(0, digit) +
  (Number.parseInt(text.charAt(digit), 16) ^ (1 << bit)).toString(16) +
  text.slice(digit + 1);

describe('a member who opens', () => {
  it('shows that it was with the share of the cycle', () => {
    for (const one of parts) expect(verifyShare(paper, sum, one)).toBeUndefined();
  });

  it('is told of a wrong share before anything is opened', () => {
    const [{ member, secret }] = shares;
    const wrong = { member, secret: scalars.add(secret, 1n) };
    expect(openPartly(paper, sum, wrong, random)).toEqual({ fault: 'share', member: 1 });
    expect(openPartly(paper, sum, booth('other').shares[1], random)).toEqual({ fault: 'share', member: 2 });
  });

  it('is told of sums that are none of this category', () => {
    const [share] = shares;
    const { entries } = sum;
    const ruined = entries.map((entry, at) => (at === 1 ? { ...entry, beta: 'zz' } : entry));
    expect(openPartly(paper, { ...sum, category: 'x' }, share, random)).toMatchObject({ fault: 'category' });
    expect(openPartly(paper, { ...sum, entries: entries.slice(1) }, share, random)).toMatchObject({
      fault: 'length',
    });
    expect(openPartly(paper, { ...sum, entries: ruined }, share, random)).toEqual({
      fault: 'sum',
      member: 1,
      entry: 1,
    });
  });
});

describe('a part that was changed is noticed and its member named', () => {
  it('in any single bit', () => {
    const where = fc.record({
      one: fc.constantFrom(...parts),
      at: fc.nat(2),
      field: fc.constantFrom('partial', 'c', 's' as const),
      digit: fc.nat(63),
      bit: fc.nat(3),
    });
    fc.assert(
      fc.property(where, ({ one, at, field, digit, bit }) => {
        const changed = bent(one, at, (entry) => ({ [field]: turned(entry[field], digit, bit) }));
        expect(verifyShare(paper, sum, changed)).toMatchObject({ member: one.member, entry: at });
      }),
      { numRuns: 60 },
    );
  });

  it('when it is of another member, entry, sum, category or cycle', () => {
    expect(verifyShare(paper, sum, { ...part, member: 2 })).toEqual({ fault: 'proof', member: 2, entry: 0 });
    for (const member of [0, 4, 1.5, -1])
      expect(verifyShare(paper, sum, { ...part, member: member as Member })).toMatchObject({
        fault: 'share',
      });
    const [one, two, blank] = part.entries as [PartialDecryption, PartialDecryption, PartialDecryption];
    const swapped = { ...part, entries: [one, blank, two] };
    expect(verifyShare(paper, sum, swapped)).toEqual({ fault: 'proof', member: 1, entry: 1 });
    const more = summed(paper, cast(paper, [0], random));
    expect(verifyShare(paper, more, part)).toEqual({ fault: 'proof', member: 1, entry: 0 });
    expect(verifyShare(paper, sum, { ...part, category: 'x' })).toEqual({ fault: 'category', member: 1 });
    expect(verifyShare(paper, sum, { ...part, entries: [one] })).toEqual({ fault: 'length', member: 1 });
    const { paper: later } = booth('partial', ['Ayu', 'Bima'], '2028');
    expect(verifyShare(later, sum, part)).toEqual({ fault: 'proof', member: 1, entry: 0 });
  });
});
