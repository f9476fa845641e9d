import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayChoose } from './may-choose.ts';
import { usualCycle } from './usual-cycle.ts';
import { voteDivisor } from './vote-divisor.ts';

const none = { named: [], kin: [] };
const voted = [
  { id: 1, office: 'dinkes', ties: none },
  { id: 2, office: 'dinkes', ties: none },
  { id: 3, office: 'dpu', ties: none },
  { id: 4, office: 'disdik', ties: { named: [], kin: [9] } },
];
const nominee = { id: 9, office: 'dinkes' };
const rules = { ...usualCycle.vote, divisor: 'could_choose' } as const;

test('votes are counted against all valid ballots, or against who could choose the nominee', () => {
  expect(voteDivisor(nominee, { valid: 4, voted }, usualCycle.vote)).toBe(4);
  expect(voteDivisor(nominee, { valid: 4, voted }, rules)).toBe(1);
  expect(voteDivisor(nominee, { valid: 4, voted }, { ...rules, ownOffice: 'allowed' })).toBe(3);
});

const offices = fc.constantFrom('dinkes', 'dpu', 'disdik');

test('nobody gets more votes than there are people to give them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ office: offices, gives: fc.boolean() }), { maxLength: 20 }),
      fc.constantFrom('barred', 'allowed'),
      fc.constantFrom('valid', 'could_choose'),
      (all, ownOffice, divisor) => {
        const cast = all.map(({ office, gives }, id) => ({ id, office, gives, ties: none }));
        const some = { ...rules, ownOffice, divisor };
        const votes = cast.filter((one) => one.gives && mayChoose(one, nominee, none, some)).length;
        const of = voteDivisor(nominee, { valid: cast.length, voted: cast }, some);
        expect(of).toBeGreaterThanOrEqual(votes);
        expect(of).toBeLessThanOrEqual(cast.length);
      },
    ),
  );
});
