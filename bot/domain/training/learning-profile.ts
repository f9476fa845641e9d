import { halfUp } from '../skm/fraction.ts';
import type { Calendar } from '../working-days.ts';
import { competenceOf, competencePoints, type PartStanding } from './competence.ts';
import type { PersonnelDate, TrainingRecord } from './training-record.ts';
import type { TrainingSettings } from './training-settings.ts';
import { type YearStanding, yearStanding } from './year-standing.ts';

/** How learning stands with somebody, for themselves: the year, the competence part of IP-ASN (points with a point, of 40), dates to come. */
export type LearningProfile = {
  standing: YearStanding;
  competence: { points: string; parts: PartStanding[] };
  dates: PersonnelDate[];
  certificates: number;
};

/** So many dates of a career are told at once, the next ones. */
const mostDates = 3;

/** Two decimals at most, and no noughts behind a point. */
const plain = (decimal: string): string => decimal.replace(/\.?0+$/, '');

export const learningProfile = (
  { certificates, kind, group, dates }: TrainingRecord,
  { rules, ipAsn }: Pick<TrainingSettings, 'rules' | 'ipAsn'>,
  calendar: Calendar,
  today: string,
): LearningProfile => {
  const standing = yearStanding(certificates, kind, today, calendar, rules);
  const parts = competenceOf(certificates, group, standing.year, ipAsn);
  return {
    standing,
    competence: { points: plain(halfUp(competencePoints(parts), 2)), parts },
    dates: dates.filter(({ date }) => date >= today).slice(0, mostDates),
    certificates: certificates.length,
  };
};
