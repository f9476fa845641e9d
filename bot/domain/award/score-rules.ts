import type { Jp } from '../training/jp.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { Predicate } from './predicate.ts';

/** What the total is made of, each from 0 to 100. */
export const criteria = ['kinerja', 'disiplin', 'inovasi', 'perilaku', 'kompetensi'] as const;
export type Criterion = (typeof criteria)[number];

/** Points for hours of the year, from the best down: the first band whose hours are reached. The last begins at 0. */
export type JpScale = readonly { from: Jp; points: number }[];

/** Weights are whole percents and add up to 100; `predicates`: points of a year's predicate, 0 to 100; `years`: how many count. */
export type ScoreRules = {
  weights: { readonly [criterion in Criterion]: number };
  predicates: { readonly [predicate in Predicate]: number };
  years: number;
  jp: { readonly [kind in EmployeeKind]: JpScale };
};

const civilServants: JpScale = [
  { from: 4100, points: 100 },
  { from: 3100, points: 80 },
  { from: 2100, points: 70 },
  { from: 2000, points: 60 },
  { from: 0, points: 20 },
];

/** 24 JP are the most that PPPK can have in a year (PP 49/2018, PerLAN 15/2020), so by the other scale none of them could reach 100. */
const contractStaff: JpScale = [
  { from: 2400, points: 100 },
  { from: 1800, points: 80 },
  { from: 1200, points: 70 },
  { from: 100, points: 60 },
  { from: 0, points: 20 },
];

/** No regulation gives weights for a vote of ASN: these are our proposal (`award.md` section 3), and published before nominations open. */
export const usualScore: ScoreRules = {
  weights: { kinerja: 35, disiplin: 15, inovasi: 20, perilaku: 20, kompetensi: 10 },
  predicates: { sangat_baik: 100, baik: 80, butuh_perbaikan: 60, kurang: 40, sangat_kurang: 20 },
  years: 2,
  jp: {
    pns: civilServants,
    pppk: contractStaff,
    pppk_paruh_waktu: contractStaff,
    other: contractStaff,
  },
};
