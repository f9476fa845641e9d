import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayChoose } from './may-choose.ts';
import { rollHash, rollOf, type Voter } from './roll.ts';
import { hashOf } from './rules-hash.ts';
import { turnoutOf } from './turnout.ts';

const voters = (sizes: readonly number[]): Voter[] =>
  sizes.flatMap((size, office) =>
    Array.from({ length: size }, (_, i) => {
      const id = office * 1000 + i;
      return { id, nip: String(198_001_012_005_010_000n + BigInt(id)), office: `office-${office}` };
    }),
  );
const some = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }).map(voters);

describe('the frozen roll', () => {
  test('has one hash, in whatever order it was made, and another for every entry changed', () => {
    fc.assert(
      fc.property(some, fc.nat(), (all, n) => {
        const hash = rollHash('asn-2027', rollOf(all));
        const at = n % all.length;
        const one = all[at] as Voter;
        expect(rollHash('asn-2027', rollOf(all.toReversed()))).toBe(hash);
        const others = [
          all.toSpliced(at, 1),
          all.with(at, { ...one, office: 'elsewhere' }),
          all.with(at, { ...one, nip: `9${one.nip.slice(1)}` }),
          [...all, { id: 99_999, nip: '199912312026011001', office: 'office-0' }],
        ].map((changed) => rollHash('asn-2027', rollOf(changed)));
        expect(new Set([hash, rollHash('asn-2028', rollOf(all)), ...others]).size).toBe(6);
      }),
    );
  });

  test('is hashed by what is printed on it, so that a reader can', () => {
    const roll = rollOf([{ id: 7, nip: '199001012019031002', office: 'dinkes' }]);
    const printed = { cycle: 'c', voters: [{ nip: '199001012019031002', office: 'dinkes' }] };
    expect(rollHash('c', roll)).toBe(hashOf(printed));
  });

  test('holds nobody twice', () => {
    const [one] = voters([1]) as [Voter];
    expect(() => rollOf([one, { ...one, office: 'dpu' }])).toThrow(RangeError);
    expect(() => rollOf([one, { ...one, id: 5 }])).toThrow(RangeError);
    expect(() => rollOf([one, { ...one, nip: '199001012019031002' }])).toThrow(RangeError);
  });
});

describe('turnout', () => {
  test('is shown by office, and of small ones together', () => {
    const roll = voters([5, 3, 4, 8]);
    const voted = new Set([0, 1, 1000, 2000, 2001, 3000]);
    expect(turnoutOf(roll, voted)).toEqual({
      offices: [
        { office: 'office-0', voters: 5, voted: 2 },
        { office: 'office-3', voters: 8, voted: 1 },
      ],
      rest: { offices: 2, voters: 7, voted: 3 },
    });
  });

  test('hides the next larger office behind a single small one', () => {
    expect(turnoutOf(voters([4, 6, 9]), new Set([0, 1000]))).toEqual({
      offices: [{ office: 'office-2', voters: 9, voted: 0 }],
      rest: { offices: 2, voters: 10, voted: 2 },
    });
  });

  test('of fewer than five voters is not told at all', () => {
    expect(turnoutOf(voters([2, 2]), new Set())).toBeUndefined();
  });

  test('never shows, nor lets be reckoned, a group under five, and counts everybody once', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.boolean()), (roll, dice) => {
        const voted = new Set(roll.filter(() => dice.next().value).map(({ id }) => id));
        const told = turnoutOf(roll, voted);
        expect(told === undefined).toBe(roll.length < 5);
        if (!told) return;
        const groups = [...told.offices, ...(told.rest ? [told.rest] : [])];
        for (const group of groups) expect(group.voters).toBeGreaterThanOrEqual(5);
        expect(groups.reduce((sum, one) => sum + one.voters, 0)).toBe(roll.length);
        expect(groups.reduce((sum, one) => sum + one.voted, 0)).toBe(voted.size);
        expect(told.rest?.offices).not.toBe(1);
      }),
    );
  });
});

describe('a voter', () => {
  const voter = { id: 1, office: 'dinkes' };
  const none = { named: [], kin: [] };
  const usual = { ownOffice: 'barred', ownNominee: 'allowed' } as const;

  test('may choose a nominee of another office, the one they named as well', () => {
    expect(mayChoose(voter, { id: 2, office: 'dpu' }, none, usual)).toBe(true);
    expect(mayChoose(voter, { id: 2, office: 'dpu' }, { named: [2], kin: [] }, usual)).toBe(true);
  });

  test('may never choose themself or kin, and others as the cycle says', () => {
    const open = { ownOffice: 'allowed', ownNominee: 'allowed' } as const;
    expect(mayChoose(voter, { id: 1, office: 'dinkes' }, none, open)).toBe(false);
    expect(mayChoose(voter, { id: 2, office: 'dpu' }, { named: [], kin: [2] }, open)).toBe(false);
    expect(mayChoose(voter, { id: 2, office: 'dinkes' }, none, open)).toBe(true);
    expect(mayChoose(voter, { id: 2, office: 'dinkes' }, none, usual)).toBe(false);
    const barred = { ...usual, ownNominee: 'barred' } as const;
    expect(mayChoose(voter, { id: 2, office: 'dpu' }, { named: [2], kin: [] }, barred)).toBe(false);
  });
});
