import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { berakhlak } from './berakhlak.ts';
import { type ForwardingDraft, forwardingFaults } from './forwarding.ts';
import { type NominationDraft, type NominationFault, nominationFaults } from './nomination.ts';
import { phaseNames } from './phase.ts';
import { usualCycle } from './usual-cycle.ts';

const story = 'Menata arsip kelurahan sehingga surat ditemukan dalam dua menit.';
const draft: NominationDraft = {
  standing: { run: 0, is: 'in', phase: 'nominasi' },
  nominator: { id: 1, hats: ['asn'] },
  nominee: { id: 2, kind: 'pppk', active: true },
  category: 'pelaksana',
  value: 'kolaboratif',
  story,
  made: ['fungsional'],
};
const supervisors = {
  ...usualCycle,
  nomination: { ...usualCycle.nomination, nominators: 'supervisors' as const },
};

describe('a nomination', () => {
  test('of a colleague, with a story, is taken', () => {
    expect(nominationFaults(draft, usualCycle)).toEqual([]);
  });

  test.each<[string, Partial<NominationDraft>, NominationFault]>([
    ['of oneself', { nominee: { ...draft.nominee, id: 1 } }, { is: 'oneself' }],
    ['by somebody without ASN status', { nominator: { id: 1, hats: ['officer'] } }, { is: 'nominator' }],
    [
      'of somebody without ASN status',
      { nominee: { id: 2, kind: 'other', active: true } },
      { is: 'nominee' },
    ],
    ['of somebody who left', { nominee: { id: 2, kind: 'pns', active: false } }, { is: 'nominee' }],
    ['in a category that has one of theirs', { made: ['pelaksana'] }, { is: 'already' }],
    ['for a value that is none of the seven', { value: 'ramah' }, { is: 'value' }],
    ['with a story of 49 characters', { story: 'x'.repeat(49) }, { is: 'story', missing: 1 }],
    [
      'with a story made long by blanks',
      { story: `rajin${' '.repeat(60)}sekali` },
      { is: 'story', missing: 38 },
    ],
    ['on the weekend after', { standing: { run: 0, is: 'after', phase: 'nominasi' } }, { is: 'phase' }],
  ])('%s is refused, and for nothing else', (_, changed, fault) => {
    expect(nominationFaults({ ...draft, ...changed }, usualCycle)).toEqual([fault]);
  });

  test('in a category that this cycle does not honour is refused', () => {
    const faults = nominationFaults(draft, { ...usualCycle, categories: ['manajerial'] });
    expect(faults).toEqual([{ is: 'category' }]);
  });

  test('is for supervisors only where the cycle says so', () => {
    expect(nominationFaults(draft, supervisors)).toEqual([{ is: 'nominator' }]);
    const nominator = { id: 1, hats: ['asn', 'supervisor'] as const };
    expect(nominationFaults({ ...draft, nominator }, supervisors)).toEqual([]);
  });

  test('is told all that is wrong with it at once', () => {
    const wrong = { ...draft, nominee: { id: 1, kind: 'pns' as const, active: true }, value: '', story: '' };
    expect(nominationFaults(wrong, usualCycle)).toEqual([
      { is: 'oneself' },
      { is: 'value' },
      { is: 'story', missing: 50 },
    ]);
  });

  test('is taken in no phase but its own', () => {
    for (const phase of phaseNames.filter((name) => name !== 'nominasi')) {
      const standing = { run: 0, is: 'in' as const, phase };
      expect(nominationFaults({ ...draft, standing }, usualCycle), phase).toEqual([{ is: 'phase' }]);
    }
  });
});

test('a story is long enough from 50 characters on, whatever stands around it and whichever letters it has', () => {
  const letters = fc.constantFrom('a', 'é', 'e\u0301', 'ꦲ', '字', '😀');
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 80 }),
      fc.constantFrom(...berakhlak),
      fc.constantFrom('', ' ', '\n\n'),
      (parts, value, around) => {
        const given = { ...draft, value, story: around + parts.join('') + around };
        const missing = 50 - parts.length;
        expect(nominationFaults(given, usualCycle)).toEqual(missing > 0 ? [{ is: 'story', missing }] : []);
      },
    ),
  );
});

describe('a head of office', () => {
  const forwarding: ForwardingDraft = {
    standing: draft.standing,
    by: { id: 9, heads: 'dinkes' },
    nominee: { id: 2, office: 'dinkes' },
    category: 'pelaksana',
    nominated: true,
    forwarded: [
      { office: 'dinkes', category: 'fungsional' },
      { office: 'dpu', category: 'pelaksana' },
    ],
    reason: 'Paling banyak membantu rekan di loket.',
  };
  const faults = (changed: Partial<ForwardingDraft>) =>
    forwardingFaults({ ...forwarding, ...changed }, usualCycle);

  test('forwards one nominee of the own office in a category, with a reason', () => {
    expect(faults({})).toEqual([]);
  });

  test('forwards no second one in it, nor anybody else, nor themself, nor without a word', () => {
    expect(faults({ forwarded: [{ office: 'dinkes', category: 'pelaksana' }] })).toEqual([{ is: 'already' }]);
    expect(faults({ by: { id: 9, heads: 'dpu' } })).toEqual([{ is: 'office' }]);
    expect(faults({ by: { id: 9, heads: null } })).toEqual([{ is: 'head' }]);
    expect(faults({ by: { id: 2, heads: 'dinkes' } })).toEqual([{ is: 'oneself' }]);
    expect(faults({ nominated: false })).toEqual([{ is: 'nominated' }]);
    expect(faults({ reason: ' baik  sekali ' })).toEqual([{ is: 'reason', missing: 9 }]);
    expect(faults({ standing: { run: 0, is: 'before' } })).toEqual([{ is: 'phase' }]);
  });
});
