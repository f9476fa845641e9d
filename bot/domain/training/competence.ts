import { type Fraction, readDecimal, sum } from '../skm/fraction.ts';
import { type Certificate, yearOf } from './certificate.ts';
import type { CertificateStatus } from './certificate-status.ts';
import {
  type CompetencePart,
  competenceParts,
  type IpAsnRules,
  type PositionGroup,
  usualIpAsn,
} from './ip-asn-rules.ts';
import { sumOfJp } from './jp.ts';

/** A part of the competence dimension: what it is worth to this position, and whether it was fulfilled. */
export type PartStanding = { part: CompetencePart; points: string; fulfilled: boolean };

type Counted = Pick<Certificate, 'date' | 'jp' | 'form'> & { status: CertificateStatus };

/** The parts that a position asks for, judged by its verified certificates up to the end of a year. */
export const competenceOf = (
  certificates: readonly Counted[],
  group: PositionGroup,
  year: number,
  rules: IpAsnRules = usualIpAsn,
): PartStanding[] =>
  competenceParts.flatMap((part) => {
    const points = rules.competence[group][part];
    return points === undefined
      ? []
      : [{ part, points, fulfilled: isFulfilled(certificates, rules.parts[part], year) }];
  });

/** Points of the dimension, of 40. A part that is half done gives none: no source knows of shares. */
export const competencePoints = (parts: readonly PartStanding[]): Fraction =>
  sum(parts.filter(({ fulfilled }) => fulfilled).map(({ points }) => readDecimal(points)));

const isFulfilled = (
  certificates: readonly Counted[],
  { forms, atLeast, years }: IpAsnRules['parts'][CompetencePart],
  year: number,
): boolean => {
  const own = certificates.filter(
    ({ status, form, date }) =>
      status === 'sah' &&
      form !== null &&
      forms.includes(form) &&
      yearOf(date) <= year &&
      (years === null || yearOf(date) > year - years),
  );
  return own.length > 0 && sumOfJp(own.map(({ jp }) => jp)) >= atLeast;
};
