import { compare, type Fraction, fraction, halfUp, readDecimal, sum } from '../skm/fraction.ts';
import { competencePoints, type PartStanding } from './competence.ts';
import {
  type IpAsnCategory,
  type IpAsnRules,
  type Penalty,
  type Qualification,
  usualIpAsn,
} from './ip-asn-rules.ts';

/** What is known of a person; `performance` is the rating of a year on the old SKP scale, 0 to 100, as a decimal. */
export type IpAsnFacts = {
  qualification: Qualification | null;
  competence: readonly PartStanding[];
  performance: string | null;
  discipline: Penalty | null;
};

/** Points with two decimals and a point; whatever is not known is `null`, and so is then the whole. */
export type IpAsn = { readonly [dimension in keyof IpAsnFacts]: string | null } & {
  total: string | null;
  category: IpAsnCategory | null;
};

/** The index of professionality (PermenPANRB 38/2018), 0 to 100: the sum of its four dimensions. */
export const ipAsn = (facts: IpAsnFacts, rules: IpAsnRules = usualIpAsn): IpAsn => {
  const points = {
    qualification: facts.qualification && readDecimal(rules.qualification[facts.qualification]),
    competence: competencePoints(facts.competence),
    performance: facts.performance === null ? null : performancePoints(facts.performance, rules),
    discipline: facts.discipline && readDecimal(rules.discipline[facts.discipline]),
  };
  const known = Object.values(points).filter((one) => one !== null);
  const total = known.length === 4 ? sum(known) : null;
  const printed = (one: Fraction | null) => one && halfUp(one, 2);
  return {
    qualification: printed(points.qualification),
    competence: printed(points.competence),
    performance: printed(points.performance),
    discipline: printed(points.discipline),
    total: printed(total),
    category: total && categoryOf(total, rules),
  };
};

/** The regulation's bands leave gaps (80.5 is in none), so a value is rounded half up to a whole number first (our proposal). */
export const categoryOf = (total: Fraction, rules: IpAsnRules = usualIpAsn): IpAsnCategory =>
  bandOf(total, rules.categories).category;

const performancePoints = (rating: string, { performance }: IpAsnRules): Fraction =>
  readDecimal(bandOf(readDecimal(rating), performance).points);

function bandOf<B extends { from: number }>(value: Fraction, bands: readonly B[]): B {
  if (compare(value, fraction(100)) > 0) throw new RangeError(`above 100: ${halfUp(value, 2)}`);
  const rounded = fraction(BigInt(halfUp(value, 0)));
  const band = bands.find(({ from }) => compare(rounded, fraction(from)) >= 0);
  if (!band) throw new RangeError('the bands of IP-ASN must reach down to 0');
  return band;
}
