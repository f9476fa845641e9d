import type { Jp } from '../training/jp.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { Predicate } from './predicate.ts';

/**
 * Who may be honoured. `leastJp`: hours on record in the cycle's year, and with it the kinds that may take part; `barredYears`:
 * for how many years a winner waits, `null` for ever.
 */
export type EligibilityRules = {
  leastJp: { readonly [kind in EmployeeKind]: Jp | null };
  serviceYears: number;
  predicate: { least: Predicate; years: number };
  barredYears: number | null;
};

/**
 * PNS and PPPK may be honoured (PP 11/2017 art. 231, PP 49/2018 art. 45), part-time PPPK with them; the numbers are our
 * proposal, built on the schemes of other cities. PPPK owe no hours, so any on record will do for them.
 */
export const usualEligibility: EligibilityRules = {
  leastJp: { pns: 2000, pppk: 1, pppk_paruh_waktu: 1, other: null },
  serviceYears: 2,
  predicate: { least: 'baik', years: 2 },
  barredYears: 1,
};
