import { compare, type Fraction, fraction, halfUp, product, readDecimal, sum } from '../skm/fraction.ts';
import type { Jp } from '../training/jp.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { Predicate } from './predicate.ts';
import { type Criterion, criteria, type ScoreRules } from './score-rules.ts';

/**
 * What a candidate is scored by. `predicates`: as many as the rules count; `attendance`: percent of the last three months, a
 * decimal as written; `innovation`: see `innovationScore`; `votes.of`: the divisor that the cycle names.
 */
export type ScoreFacts = {
  kind: EmployeeKind;
  predicates: readonly Predicate[];
  attendance: string;
  innovation: Fraction;
  votes: { for: number; of: number };
  jp: Jp;
};

/** Each part exact, 0 to 100; `points` is the total rounded once, half up, to two decimals: the number that is published and ranked. */
export type Score = {
  parts: { readonly [criterion in Criterion]: Fraction };
  total: Fraction;
  points: string;
};

/** The score of a candidate as anyone can recompute it: the sum of weight times part over 100, without a binary fraction. */
export const scoreOf = (facts: ScoreFacts, rules: ScoreRules): Score => {
  const parts: Score['parts'] = {
    kinerja: performance(facts.predicates, rules),
    disiplin: readDecimal(facts.attendance),
    inovasi: facts.innovation,
    perilaku: votesScore(facts.votes),
    kompetensi: fraction(jpPoints(facts.jp, facts.kind, rules)),
  };
  for (const name of criteria) {
    if (compare(parts[name], fraction(100)) > 0)
      throw new RangeError(`${name} is 0 to 100, not ${halfUp(parts[name], 4)}`);
  }
  const total = sum(criteria.map((name) => product(fraction(rules.weights[name], 100), parts[name])));
  return { parts, total, points: halfUp(total, 2) };
};

const performance = (all: readonly Predicate[], { predicates: points, years }: ScoreRules): Fraction => {
  if (all.length !== years) throw new RangeError(`${years} predicates count, not ${all.length}`);
  return fraction(
    all.reduce((count, predicate) => count + points[predicate], 0),
    years,
  );
};

/** Where nobody cast a valid ballot, nobody has a share of them. */
const votesScore = ({ for: got, of }: ScoreFacts['votes']): Fraction =>
  of === 0 && got === 0 ? fraction(0) : fraction(100 * got, of);

const jpPoints = (jp: Jp, kind: EmployeeKind, rules: ScoreRules): number => {
  const band = rules.jp[kind].find(({ from }) => jp >= from);
  if (band === undefined) throw new RangeError(`no band for ${jp} hundredths of JP`);
  return band.points;
};
