import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awardCategoryOf } from './award-category.ts';
import {
  type EligibilityFacts,
  type EligibilityName,
  eligibilityNames,
  type Judged,
  judgeEligibility,
} from './eligibility.ts';
import { type EligibilityRules, usualEligibility } from './eligibility-rules.ts';
import { isAtLeast, type Predicate, predicates } from './predicate.ts';

const when = { year: 2027, on: '2027-09-27' };
const facts: EligibilityFacts = {
  kind: 'pns',
  active: true,
  serviceFrom: '2015-03-01',
  predicates: new Map([
    [2025, 'baik'],
    [2026, 'sangat_baik'],
  ]),
  disciplineClear: true,
  jp: 2000,
  won: { last: null },
  consent: 'agreed',
  sawRecord: true,
};
const judge = (changed: Partial<EligibilityFacts>, rules: Partial<EligibilityRules> = {}) =>
  judgeEligibility({ ...facts, ...changed }, { ...usualEligibility, ...rules }, when);
const years = (known: [number, Predicate][]) => ({ predicates: new Map(known) });

test('somebody of whom every rule is met is eligible', () => {
  const { rules, is } = judge({});
  expect(is).toBe('eligible');
  expect(Object.keys(rules)).toEqual([...eligibilityNames]);
  expect(new Set(Object.values(rules))).toEqual(new Set(['met']));
});

describe('each rule is told by its name, and no other', () => {
  test.each<[string, Partial<EligibilityFacts>, EligibilityName, Judged]>([
    ['a honorer', { kind: 'other' }, 'status', 'unmet'],
    ['who has left', { active: false }, 'status', 'unmet'],
    ['who begins their third year the next day', { serviceFrom: '2025-09-28' }, 'masa_kerja', 'unmet'],
    ['who begins their third year that day', { serviceFrom: '2025-09-27' }, 'masa_kerja', 'met'],
    ['whose service no file tells', { serviceFrom: null }, 'masa_kerja', 'unknown'],
    [
      'with a year below Baik',
      years([
        [2026, 'baik'],
        [2025, 'butuh_perbaikan'],
      ]),
      'predikat',
      'unmet',
    ],
    ['with a year below Baik and one not known', years([[2026, 'kurang']]), 'predikat', 'unmet'],
    ['with one year only', years([[2026, 'sangat_baik']]), 'predikat', 'unknown'],
    [
      'who was bad three years ago',
      years([
        [2024, 'kurang'],
        [2025, 'baik'],
        [2026, 'baik'],
      ]),
      'predikat',
      'met',
    ],
    ['whose discipline is not clear', { disciplineClear: false }, 'disiplin', 'unmet'],
    ['whose discipline nobody told', { disciplineClear: null }, 'disiplin', 'unknown'],
    ['a PNS of 19.99 JP', { jp: 1999 }, 'jp', 'unmet'],
    ['a PPPK of a quarter JP', { kind: 'pppk', jp: 25 }, 'jp', 'met'],
    ['a PPPK of none', { kind: 'pppk_paruh_waktu', jp: 0 }, 'jp', 'unmet'],
    ['whose hours nobody told', { jp: null }, 'jp', 'unknown'],
    ['the winner of last year', { won: { last: 2026 } }, 'pemenang', 'unmet'],
    ['the winner of the year before', { won: { last: 2025 } }, 'pemenang', 'met'],
    ['of whom no file says whether they won', { won: null }, 'pemenang', 'unknown'],
    ['who declined', { consent: 'declined' }, 'konsen', 'unmet'],
    ['who has not answered', { consent: null }, 'konsen', 'unknown'],
    ['who agreed without having seen the record', { sawRecord: false }, 'konsen', 'unknown'],
  ])('%s', (_, changed, name, judged) => {
    const { rules, is } = judge(changed);
    const others = eligibilityNames.filter(
      (one) => one !== name && !(changed.kind === 'other' && one === 'jp'),
    );
    expect(rules[name]).toBe(judged);
    for (const other of others) expect([other, rules[other]]).toEqual([other, 'met']);
    expect(is).toBe({ met: 'eligible', unmet: 'ineligible', unknown: 'open' }[judged]);
  });
});

test('a city may bar winners for ever', () => {
  expect(judge({ won: { last: 2003 } }, { barredYears: null }).rules.pemenang).toBe('unmet');
  expect(judge({ won: { last: null } }, { barredYears: null }).rules.pemenang).toBe('met');
});

const anyone: fc.Arbitrary<EligibilityFacts> = fc.record({
  kind: fc.constantFrom('pns', 'pppk', 'pppk_paruh_waktu', 'other'),
  active: fc.boolean(),
  serviceFrom: fc.constantFrom(null, '2010-01-01', '2026-12-01'),
  predicates: fc
    .dictionary(fc.constantFrom('2024', '2025', '2026'), fc.constantFrom(...predicates))
    .map((known) => new Map(Object.entries(known).map(([year, one]) => [Number(year), one]))),
  disciplineClear: fc.constantFrom(null, true, false),
  jp: fc.constantFrom(null, 0, 500, 2000),
  won: fc.constantFrom(null, { last: null }, { last: 2026 }),
  consent: fc.constantFrom(null, 'agreed', 'declined'),
  sawRecord: fc.boolean(),
});

test('what is not known never lets anybody in, nor keeps them out', () => {
  fc.assert(
    fc.property(anyone, (one) => {
      const { rules, is } = judgeEligibility(one, usualEligibility, when);
      const all = Object.values(rules);
      expect(is === 'ineligible').toBe(all.includes('unmet'));
      expect(is === 'eligible').toBe(all.every((judged) => judged === 'met'));
      const blind = { ...one, serviceFrom: null, disciplineClear: null, jp: null, won: null, consent: null };
      const nothing = judgeEligibility({ ...blind, predicates: new Map() }, usualEligibility, when);
      for (const name of eligibilityNames.slice(1)) expect(nothing.rules[name]).toBe('unknown');
    }),
  );
});

test('predicates fall in the order of their list', () => {
  expect(isAtLeast('baik', 'baik')).toBe(true);
  expect(isAtLeast('sangat_baik', 'baik')).toBe(true);
  expect(isAtLeast('butuh_perbaikan', 'baik')).toBe(false);
});

test('the category proposed is that of the position', () => {
  expect(awardCategoryOf('Kepala Bidang Aset')).toBe('manajerial');
  expect(awardCategoryOf('Perawat Ahli Muda')).toBe('fungsional');
  expect(awardCategoryOf('Pengelola Keuangan')).toBe('pelaksana');
});
