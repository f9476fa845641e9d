import type { LocalDate } from '../local-date.ts';
import type { Jp } from '../training/jp.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import { isAtLeast, type Predicate } from './predicate.ts';

/** The rules in the order in which a nominee is told of them. */
export const eligibilityNames = [
  'status',
  'masa_kerja',
  'predikat',
  'disiplin',
  'jp',
  'pemenang',
  'konsen',
] as const;
export type EligibilityName = (typeof eligibilityNames)[number];

/** `unknown`: nobody has said it yet; it neither lets in nor keeps out. */
export type Judged = 'met' | 'unmet' | 'unknown';

/**
 * What the personnel file says of a nominee; `null` where it says nothing. Of discipline (PP 94/2021) it says only whether it
 * is clear: what lies behind stays there. `won`: `null` unless a file said it, then the year or never.
 */
export type EligibilityFacts = {
  kind: EmployeeKind;
  active: boolean;
  serviceFrom: LocalDate | null;
  predicates: ReadonlyMap<number, Predicate>;
  disciplineClear: boolean | null;
  jp: Jp | null;
  won: { last: number | null } | null;
  consent: 'agreed' | 'declined' | null;
  sawRecord: boolean;
};

/** Every rule by its name, and what they come to: `open` while one is unknown and none unmet. */
export type Eligibility = {
  rules: { readonly [name in EligibilityName]: Judged };
  is: 'eligible' | 'ineligible' | 'open';
};

/** Judges a nominee rule by rule for a cycle's `year`; service is counted up to the day `on`, in full years. */
export const judgeEligibility = (
  facts: EligibilityFacts,
  rules: EligibilityRules,
  { year, on }: { year: number; on: LocalDate },
): Eligibility => {
  const least = rules.leastJp[facts.kind];
  const judged: Eligibility['rules'] = {
    status: claim(facts.active && least !== null),
    masa_kerja: serviceRule(facts.serviceFrom, rules.serviceYears, on),
    predikat: predicateRule(facts.predicates, rules.predicate, year),
    disiplin: claim(facts.disciplineClear),
    jp: claim(facts.jp === null ? null : least !== null && facts.jp >= least),
    pemenang: winnerRule(facts.won, rules.barredYears, year),
    konsen: claim(facts.consent === 'declined' ? false : facts.consent && facts.sawRecord ? true : null),
  };
  const all = Object.values(judged);
  return {
    rules: judged,
    is: all.includes('unmet') ? 'ineligible' : all.includes('unknown') ? 'open' : 'eligible',
  };
};

const claim = (is: boolean | null): Judged => (is === null ? 'unknown' : is ? 'met' : 'unmet');

const serviceRule = (from: LocalDate | null, years: number, on: LocalDate): Judged => {
  if (from === null) return 'unknown';
  const reached = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
  return claim(reached <= on);
};

/** One year that is too low settles it, whatever the others are. */
const predicateRule = (
  known: EligibilityFacts['predicates'],
  { least, years }: EligibilityRules['predicate'],
  year: number,
): Judged => {
  const asked = Array.from({ length: years }, (_, i) => known.get(year - 1 - i));
  if (asked.some((one) => one !== undefined && !isAtLeast(one, least))) return 'unmet';
  return asked.includes(undefined) ? 'unknown' : 'met';
};

const winnerRule = (won: EligibilityFacts['won'], barredYears: number | null, year: number): Judged => {
  if (won === null) return 'unknown';
  if (won.last === null) return 'met';
  return claim(barredYears !== null && year - won.last > barredYears);
};
